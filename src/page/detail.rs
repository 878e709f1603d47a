//! One dialogue, whole.

use super::{missing::missing, state::feed_or, when_where::when_where};
use crate::{
    domain::{
        body::Block,
        dialogue::{Dialogue, Group},
        feed::Feed,
        live::Live,
        localized::Localized,
        slug::Slug,
        stage::Stage,
        when::day,
    },
    part::{
        Act, Env,
        aloud::aloud,
        back_link::back_link,
        body::body,
        contacts::contacts,
        documents::documents,
        dotted,
        el::{self, El, Piece, el, pieces},
        meetings::meetings,
        news::news,
        participants::participants,
        phases::phases,
        phrase::phrase,
        qr::qr,
        results::results,
        section::{section, tap},
        take_part::take_part,
        time::when_time,
    },
};
use leptos::prelude::*;

/// The page of a dialogue, in each state of the feed.
pub fn detail(env: Env, live: Signal<Live>, slug: Slug, act: Callback<Act>) -> AnyView {
    // Drawn anew when the day changes or a moment of the dialogue passes, not with every minute.
    let turn = {
        let (slug, now) = (slug.clone(), env.now);
        Memo::new(move |_| {
            let now = now.get();
            (day(now), live.with(|l| l.feed()?.find(&slug).map(|d| d.moments_past(now))))
        })
    };
    let content = move || {
        turn.track();
        let back = back_link(&env);
        match live.with(|l| feed_or(&env, l, act)) {
            Ok(feed) => {
                let news = news(&env, &feed, Some(&slug), act);
                let (aloud, page) = match feed.find(&slug) {
                    Some(dialogue) => (Some(aloud(&env)), pieces(article(&env, &feed, dialogue, news, act))),
                    None => (None, pieces((news, missing(&env, Some(&feed), act)))),
                };
                // One element, so that the page stays itself when the news goes (El::key).
                pieces(el("div", "", (back, aloud, page)))
            }
            Err(state) => pieces((back, state)),
        }
    };
    el::live(content)
}

fn article(env: &Env, feed: &Feed, dialogue: &Dialogue, news: Option<El>, act: Callback<Act>) -> El {
    let text = env.text;
    let now = env.now.get_untracked();
    let group = dialogue.group(now);
    let ahead = dialogue.ahead(now);
    let meeting = ahead.or_else(|| dialogue.last_meeting(now));
    let files = documents(env, &dialogue.documents).map(|list| section("documents", text.documents, list));
    let coming = (
        text_section(env, "about", text.about, &dialogue.body),
        take_part(env, &dialogue.take_part, now),
        meetings(env, feed, dialogue, now, act),
        meeting.and_then(|m| participants(env, &m.participants)),
        phases(env, &dialogue.phases),
    );
    let behind = (
        results(env, &dialogue.results, now),
        files,
        text_section(env, "background", text.background, &dialogue.background),
        // On paper it stands to the right of what comes after it.
        (!env.links.is_guest()).then(|| qr(env, dialogue)),
        contacts(env, &dialogue.contacts, feed.publisher.as_ref()),
        end(env, dialogue, group),
    );
    let parts = (
        heading(env, dialogue, group, news),
        when_where(env, feed, dialogue, meeting, now, act),
        el("div", "detail-text", (coming, behind)),
    );
    el("article", "detail", parts)
}

/// With what a follower is told last: after the h1, where reading begins.
fn heading(env: &Env, dialogue: &Dialogue, group: Group, news: Option<El>) -> El {
    let text = env.text;
    // "Avslutad" would be said twice.
    let stage = dialogue
        .stage
        .filter(|s| (group, *s) != (Group::Ended, Stage::Closed))
        .map(|stage| text.stages.of(stage));
    let title = el("h1", "heading-title", phrase(env, &dialogue.title)).attr("tabindex", "-1");
    // By name: plain Swedish is not easy to read, but that of Sweden is Swedish.
    let own = |words: &&Localized| text.language_name(words.tag(text.tag)) == text.language_name(text.tag);
    let blocks = dialogue.body.iter().chain(&dialogue.background).flat_map(Block::texts);
    let texts: Vec<&Localized> =
        std::iter::once(&dialogue.title).chain(&dialogue.summary).chain(blocks).collect();
    let note = texts.iter().find(|words| !own(words)).map(|words| {
        let sentence = if texts.iter().any(own) { text.foreign_part } else { text.foreign_text };
        sentence.with(&text.in_language(words.tag(text.tag)))
    });
    let lines = (
        el("p", "heading-stage", dotted(pieces((text.group_of_one.of(group), stage)))),
        title,
        note.map(|note| el("p", "quiet", note)),
        dialogue.summary.as_ref().map(|summary| el("p", "lead", phrase(env, summary))),
        (dialogue.stage_note.as_ref().map(|note| el("p", "", phrase(env, note))), news),
    );
    el("header", "heading", lines)
}

/// A text under its heading; its own first heading where it has one.
fn text_section(env: &Env, id: &'static str, title: &'static str, blocks: &[Block]) -> Option<El> {
    let (title, blocks) = match blocks {
        [] => return None,
        [Block::Heading(own), rest @ ..] if !rest.is_empty() => (phrase(env, own), rest),
        all => (Piece::Text(title.to_owned()), all),
    };
    Some(section(id, title, body(env, blocks)))
}

/// When it was changed, where there is more, what was guessed, and a poster of what is not over.
fn end(env: &Env, dialogue: &Dialogue, group: Group) -> Vec<Piece> {
    let text = env.text;
    let page = dialogue
        .url
        .as_ref()
        .map(|url| el("p", "", tap(url.as_str(), text.more_at.with(url.host().unwrap_or_default()))));
    let guessed = dialogue.inferred.iter().chain(dialogue.meetings.iter().flat_map(|m| &m.inferred));
    let guessed =
        guessed.filter_map(|field| text.inferred_field(field)).fold(Vec::new(), |mut all, field| {
            if !all.contains(&field) {
                all.push(field);
            }
            all
        });
    let guessed =
        (!guessed.is_empty()).then(|| el("p", "updated quiet", text.inferred.with(&text.join(&guessed))));
    let updated =
        dialogue.updated.map(|when| el("p", "updated quiet", (text.updated, " ", when_time(env, when))));
    // No page of the app.
    let poster = (group != Group::Ended)
        .then(|| el("p", "poster-link", tap(env.links.poster(&dialogue.id), text.share.poster)));
    pieces((page, guessed, updated, poster))
}
