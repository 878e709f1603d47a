//! "Följ": what a resident is told more of, kept on the device only.

use super::{
    Act, El, Env,
    el::{Pieces, el},
};
use crate::{
    domain::{
        dialogue::Dialogue,
        meeting::Meeting,
        saved::{Change, Following, Id, Unread},
    },
    text::{
        date,
        news::{where_kept, why_unread},
    },
};
use leptos::prelude::Callback;

/// The button that follows or lets go. What it is about is said to those who hear it alone.
pub fn follow_button(env: &Env, id: Id, followed: bool, about: impl Pieces, act: Callback<Act>) -> El {
    let words = &env.text.news;
    let (word, change) = match followed {
        true => (words.unfollow, Change::Unfollow(id)),
        false => (words.follow, Change::Follow(id)),
    };
    let about = el("span", "visually-hidden", about);
    el("button", "button-plain", (word, about)).attr("type", "button").click(act, Act::Save(change))
}

/// The button of a whole dialogue, for the row of `actions`, and under it the line that says what it does and where that
/// is kept. A change is spoken by the line.
pub fn follow_dialogue(env: &Env, dialogue: &Dialogue, act: Callback<Act>) -> (Option<El>, El) {
    let words = &env.text.news;
    let keeping = env.keeping();
    if keeping.unread == Some(Unread::Newer) {
        return (None, el("p", "follow-note quiet", why_unread(env.text, Unread::Newer).text));
    }
    let id = Id::whole(&dialogue.id);
    let followed = keeping.saved.following(&id) == Following::Yes;
    let line = (
        if followed { words.note_followed } else { words.note },
        " ",
        where_kept(env.text, keeping.is_unkept()),
    );
    let note = el("p", "follow-note quiet", line).attr("role", "status");
    (Some(follow_button(env, id, followed, words.dialogue_hidden, act)), note)
}

/// The same for one meeting of several. That all of them are followed is spoken once, by the dialogue's line.
pub fn follow_meeting(env: &Env, dialogue: &Dialogue, meeting: &Meeting, act: Callback<Act>) -> Option<El> {
    let words = &env.text.news;
    let keeping = env.keeping();
    if keeping.unread == Some(Unread::Newer) {
        return None;
    }
    let id = Id::one(&dialogue.id, &meeting.id);
    let following = keeping.saved.following(&id);
    let followed = following == Following::Yes;
    if following == Following::WithDialogue {
        return Some(el("p", "follow-note quiet", words.with_dialogue));
    }
    let when = format!(", {}", date::slot(env.text, meeting.slot).whole());
    let note = followed.then_some(words.note_of_meeting);
    let note = el("p", "follow-note quiet", note).attr("role", "status");
    Some(el("div", "follow", (follow_button(env, id, followed, when, act), note)))
}
