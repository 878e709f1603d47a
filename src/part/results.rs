//! What came of a dialogue.

use super::{
    El, Env,
    body::body,
    documents::documents,
    el::{Pieces, el},
    section::section,
    time::{day_time, with_time},
    when_time,
};
use crate::domain::{body::Block, document::Results, when::Instant};

/// What residents said, what is done with it, what was decided and when the next news comes. That there is nothing
/// yet is said too.
pub fn results(env: &Env, results: &Results, now: Instant) -> El {
    let text = env.text;
    let blocks =
        |title: &'static str, blocks: &[Block]| (!blocks.is_empty()).then(|| part(title, body(env, blocks)));
    let nothing = (!results.any()).then(|| el("p", "", text.results_none));
    let news = results.next_update.filter(|when| now < when.end());
    let news = news.map(|when| part(text.next_news, el("p", "", (text.news_by, " ", when_time(env, when)))));
    let published = results.published.filter(|_| results.any());
    let published = published.map(|when| el("p", "quiet", with_time(text.published, day_time(env, when))));
    let said = (
        blocks(text.heard, &results.heard),
        blocks(text.next_steps, &results.next),
        blocks(text.decision, &results.decision),
    );
    section("results", text.results, (nothing, said, documents(env, &results.documents), news, published))
}

fn part(title: &'static str, content: impl Pieces) -> El {
    el("div", "results-part", (el("h3", "", title), content))
}
