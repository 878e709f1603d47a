//! "Nytt i det du följer": what has happened since a resident last saw it, until she says that she has.

use super::{
    Act, El, Env,
    calendar_link::calendar_file_link,
    el::el,
    section::{list, tap_inside},
};
use crate::{
    domain::{
        feed::Feed,
        route::Route,
        saved::{Change, News, Turn},
        slug::Slug,
    },
    text::news::{Told, tell},
};
use leptos::prelude::{Callback, GetUntracked};

/// The news of all that is followed, or of one dialogue; nothing without any.
pub fn news(env: &Env, feed: &Feed, of: Option<&Slug>, act: Callback<Act>) -> Option<El> {
    let news = env.keeping().saved.news(feed, env.now.get_untracked());
    let here = news.iter().filter(|news| of.is_none_or(|slug| *slug == news.id.dialogue));
    let rows: Vec<El> = here.map(|news| row(env, feed, news, act)).collect();
    let count = rows.len();
    let rows = list("news", rows)?;
    let heading = el("h2", "notice-title", env.text.news.news).attr("id", "news");
    // It alone is spoken when something comes or goes, not all of the news.
    let count = el("p", "quiet", env.text.news.news_count.number(count)).attr("role", "status");
    Some(el("section", "notice", (heading, count, rows)).attr("aria-labelledby", "news").key("news"))
}

fn row(env: &Env, feed: &Feed, news: &News, act: Callback<Act>) -> El {
    let words = &env.text.news;
    let Told { title, sentences } = tell(env.text, feed, news);
    let link = tap_inside(env.links.href(&Route::Dialogue(news.id.dialogue.clone())), title.as_str());
    let dialogue = feed.find(&news.id.dialogue);
    let meeting =
        dialogue.zip(news.id.meeting.as_ref()).and_then(|(d, id)| Some((d, d.meeting(id.as_str())?)));
    let new = news.turns.contains(&Turn::New);
    let file = meeting.map(|(dialogue, meeting)| {
        let how = (!new).then(|| el("p", "quiet", words.calendar_takes));
        (calendar_file_link(env, feed, dialogue, meeting, act), how)
    });
    let about = el("span", "visually-hidden", format!(": {title}"));
    let seen = el("button", "button-plain", (words.seen, about))
        .attr("type", "button")
        .click(act, Act::Save(Change::Seen(news.id.clone())));
    let sentences = sentences.into_iter().map(|sentence| el("p", "", sentence)).collect::<Vec<_>>();
    let lines = (el("h3", "news-title", link), sentences, file, el("p", "", seen));
    let key = news.id.meeting.as_ref().map_or("", Slug::as_str);
    el("li", "", lines).key(format!("{}/{key}", news.id.dialogue))
}
