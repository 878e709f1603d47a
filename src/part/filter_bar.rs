//! The search field and the filters that the feed has values for.

use super::{
    Act, El,
    el::{el, pieces},
};
use crate::{
    domain::{
        criterion::Attend,
        dialogue::Group,
        filter::{Filter, PAGE},
        localized::Localized,
        outcome::{self, Choice, Choices},
        when::{self, When},
    },
    text::Text,
};
use chrono::NaiveDate;
use leptos::prelude::{Callable, Callback};

/// The form. It is patched in place, so that focus and what is being typed survive.
pub fn filter_bar(text: &'static Text, filter: &Filter, choices: &Choices, act: Callback<Act>) -> El {
    let bar = Bar { text, filter, act };
    let search = el("input", "", ())
        .attr("id", "q")
        .attr("name", "q")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr("value", filter.query.as_str());
    let typed = filter.clone();
    let search =
        search.on("input", move |query| act.run(Act::Type(Filter { query, rows: PAGE, ..typed.clone() })));
    let first = (
        bar.select("district", text.district, bar.names(&choices.districts, &filter.district), |f, v| {
            f.district = some(v)
        }),
        bar.select("topic", text.topic, bar.names(&choices.topics, &filter.topic), |f, v| f.topic = some(v)),
    );
    let days = choices.days.then(|| {
        (
            bar.day("from", text.from, filter.from, |f, v| f.from = when::date(&v)),
            bar.day("to", text.to, filter.to, |f, v| f.to = when::date(&v)),
        )
    });
    let rest = pieces((
        bar.select("organiser", text.organiser, bar.names(&choices.organisers, &filter.organiser), |f, v| {
            f.organiser = some(v)
        }),
        bar.select("group", text.group, bar.groups(&choices.groups), |f, v| f.group = Group::named(&v)),
        bar.select("attend", text.attend, bar.attends(&choices.attends), |f, v| f.attend = Attend::named(&v)),
        days,
    ));
    let rest = (!rest.is_empty()).then(|| {
        el(
            "details",
            "filter-more",
            (el("summary", "", text.more_filters), el("div", "filter-more-fields", rest)),
        )
    });
    let fields = (bar.field("q", text.search, search), el("div", "filter-row", (first, rest)));
    // It has no button and no action: Enter has nothing to add to what the list shows already.
    el("div", "filter-bar", fields).attr("role", "search").attr("aria-label", text.filter_form)
}

/// The options, and the value of the one that is chosen.
struct Options {
    options: Vec<El>,
    chosen: String,
}

struct Bar<'a> {
    text: &'static Text,
    filter: &'a Filter,
    act: Callback<Act>,
}

impl Bar<'_> {
    fn field(&self, id: &'static str, label: &'static str, control: El) -> El {
        el("div", "field", (el("label", "field-label", label).attr("for", id), control))
    }

    fn choose(&self, change: fn(&mut Filter, String)) -> impl Fn(String) + Send + Sync + 'static {
        let (filter, act) = (self.filter.clone(), self.act);
        move |value| {
            let mut filter = Filter { rows: PAGE, ..filter.clone() };
            change(&mut filter, value);
            act.run(Act::Choose(filter));
        }
    }

    /// Nothing where the feed has no values.
    fn select(
        &self,
        name: &'static str,
        label: &'static str,
        options: Options,
        change: fn(&mut Filter, String),
    ) -> Option<El> {
        let Options { options, chosen } = options;
        (!options.is_empty()).then(|| {
            let all = el("option", "", self.text.all).attr("value", "");
            let options: Vec<El> = std::iter::once(all).chain(options).collect();
            let select = el("select", "", options).attr("id", name).attr("name", name).attr("value", chosen);
            self.field(name, label, select.on("change", self.choose(change)))
        })
    }

    fn day(
        &self,
        name: &'static str,
        label: &'static str,
        day: Option<NaiveDate>,
        change: fn(&mut Filter, String),
    ) -> El {
        let value = day.map(|d| when::machine(When::Date(d))).unwrap_or_default();
        let input =
            el("input", "", ()).attr("id", name).attr("name", name).attr("type", "date").attr("value", value);
        let choose = self.choose(change);
        // A year that is being typed, 0002, 0020, is no date yet: nothing is chosen until it is one.
        let choose = move |value: String| {
            if value.is_empty() || when::date(&value).is_some() {
                choose(value);
            }
        };
        self.field(name, label, input.on("change", choose))
    }

    fn option(&self, value: &str, name: &str, hits: usize) -> El {
        el("option", "", self.text.choice.fill(&[name, &hits.to_string()])).attr("value", value)
    }

    fn names(&self, list: &[Choice<Localized>], chosen: &Option<String>) -> Options {
        let chosen = outcome::chosen(list, chosen).map(|name| name.key().to_owned());
        let option = |c: &Choice<Localized>| {
            let name = c.value.get(self.text.tag);
            let option = self.option(c.value.key(), name.text, c.hits);
            option.maybe("lang", name.lang).maybe("dir", name.dir())
        };
        Options { options: list.iter().map(option).collect(), chosen: chosen.unwrap_or_default() }
    }

    fn groups(&self, list: &[Choice<Group>]) -> Options {
        let option = |c: &Choice<Group>| self.option(&c.value.name(), self.text.groups.of(c.value), c.hits);
        let chosen = self.filter.group.map(Group::name).unwrap_or_default();
        Options { options: list.iter().map(option).collect(), chosen }
    }

    fn attends(&self, list: &[Choice<Attend>]) -> Options {
        let option = |c: &Choice<Attend>| self.option(&c.value.name(), self.text.attends.of(c.value), c.hits);
        let chosen = self.filter.attend.map(Attend::name).unwrap_or_default();
        Options { options: list.iter().map(option).collect(), chosen }
    }
}

fn some(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
}
