//! What is chosen in the filter bar.

use super::{
    Env, Piece,
    el::{el, pieces},
    phrase::phrase,
    section::list,
};
use crate::{
    domain::{
        criterion::Criterion,
        filter::Filter,
        outcome::{Choices, chosen},
    },
    text::date,
};

/// What a criterion is set to, in words.
pub fn criterion_name(env: &Env, filter: &Filter, choices: &Choices, criterion: Criterion) -> Option<Piece> {
    let text = env.text;
    let name = |list, name| chosen(list, name).map(|name| phrase(env, name));
    let words = match criterion {
        Criterion::District => return name(&choices.districts, &filter.district),
        Criterion::Topic => return name(&choices.topics, &filter.topic),
        Criterion::Organiser => return name(&choices.organisers, &filter.organiser),
        Criterion::Query => text.quoted.with(filter.query.trim()),
        Criterion::Group => text.groups.of(filter.group?).to_owned(),
        Criterion::Attend => text.attends.of(filter.attend?).to_owned(),
        Criterion::Days => date::days(text, filter.from, filter.to),
    };
    Some(Piece::Text(words))
}

/// What is chosen, each to be removed alone, and all at once when there are several.
pub fn chips(env: &Env, filter: &Filter, choices: &Choices) -> Vec<Piece> {
    let text = env.text;
    let chip = |criterion: Criterion| {
        let drop = el("span", "visually-hidden", (text.drop_filter, " "));
        let cross = el("span", "", "×").attr("aria-hidden", "true");
        let link = el("a", "chip", (drop, criterion_name(env, filter, choices, criterion), " ", cross))
            .attr("href", env.links.list(&filter.without(criterion)))
            .attr("data-noscroll", "");
        el("li", "", link)
    };
    let active = filter.active();
    let clear = (active.len() > 1).then(|| {
        el("a", "filter-clear tap", text.clear_all)
            .attr("href", env.links.list(&Filter::default()))
            .attr("data-noscroll", "")
    });
    let chips = list("chips", active.into_iter().map(chip).collect());
    pieces((chips.map(|chips| chips.attr("aria-label", text.chosen)), clear))
}
