//! The stored form: one JSON text, `{"form":1,"dialogues":{"ID":{…,"meetings":{"ID":{…}}}}}`.
//!
//! What this app does not know, in whatever object, is kept and written back. What it knows but can't read is kept
//! too, until it has something better to put there. Times are whole seconds since 1970; days are `2024-06-03`.

use super::{Kept, KeptMeeting, Saved, Shot, Site, json};
use crate::domain::{
    meeting::Status,
    slug::Slug,
    when::{Instant, Slot, When, date, machine},
};
use chrono::DateTime;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The form that this app reads and writes. A change that an older app would misread raises it; a new field does not.
pub const FORM: u64 = 1;

/// Why a stored text gives nothing to work with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A later app wrote it, in this form. Nothing may be written over it; following rests until the app is updated.
    Newer(u64),
    /// Not a stored form at all, or cut off. Here it is, so that it can be put aside before anything is written.
    Broken(String),
}

type Fields = Map<String, Value>;

/// Takes a field out if it can be read; otherwise it stays where it is.
fn take<T>(fields: &mut Fields, key: &str, read: impl Fn(&Value) -> Option<T>) -> Option<T> {
    let value = fields.get(key).and_then(read)?;
    fields.remove(key);
    Some(value)
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn yes(fields: &mut Fields, key: &str) -> bool {
    take(fields, key, Value::as_bool).unwrap_or(false)
}

/// Takes out those items of an object that have a slug and can be read.
fn items<T>(fields: &mut Fields, key: &str, read: fn(&mut Fields) -> Option<T>) -> BTreeMap<Slug, T> {
    let Some(Value::Object(all)) = fields.get_mut(key) else { return BTreeMap::new() };
    let mut found = BTreeMap::new();
    all.retain(|id, value| {
        // Reading takes the fields out, so the id comes first.
        let item = Slug::new(id).and_then(|id| Some((id, value.as_object_mut().and_then(read)?)));
        let left = item.is_none();
        found.extend(item);
        left
    });
    if all.is_empty() {
        fields.remove(key);
    }
    found
}

/// Puts items back among those that could not be read.
fn put_items(fields: &mut Fields, key: &str, items: impl Iterator<Item = (String, Fields)>) {
    let mut items = items.map(|(id, item)| (id, Value::Object(item))).peekable();
    if items.peek().is_none() {
        return;
    }
    let mut all = match fields.remove(key) {
        Some(Value::Object(odd)) => odd,
        _ => Fields::new(),
    };
    all.extend(items);
    fields.insert(key.to_owned(), Value::Object(all));
}

fn put(fields: &mut Fields, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        fields.insert(key.to_owned(), value);
    }
}

/// True is written, false is absence.
fn put_yes(fields: &mut Fields, key: &str, yes: bool) {
    put(fields, key, yes.then_some(Value::Bool(true)));
}

const STATUSES: [(&str, Status); 5] = [
    ("scheduled", Status::Scheduled),
    ("rescheduled", Status::Rescheduled),
    ("postponed", Status::Postponed),
    ("movedOnline", Status::MovedOnline),
    ("cancelled", Status::Cancelled),
];

fn status(value: &Value) -> Option<Status> {
    STATUSES.iter().find(|(word, _)| value.as_str() == Some(word)).map(|(_, status)| *status)
}

fn status_word(status: Status) -> Option<Value> {
    STATUSES.iter().find(|(_, s)| *s == status).map(|(word, _)| Value::from(*word))
}

fn instant(value: &Value) -> Option<Instant> {
    DateTime::from_timestamp(value.as_i64()?, 0)
}

fn when(value: &Value) -> Option<When> {
    instant(value).map(When::Time).or_else(|| date(value.as_str()?).map(When::Date))
}

fn when_value(when: When) -> Value {
    match when {
        When::Time(t) => t.timestamp().into(),
        When::Date(_) => machine(when).into(),
    }
}

impl Saved {
    /// Reads the stored text; blank or absent (`""`) is nothing followed yet.
    pub fn read(stored: &str) -> Result<Self, Unread> {
        if stored.trim_ascii().is_empty() {
            return Ok(Self::default());
        }
        let broken = || Unread::Broken(stored.to_owned());
        let Ok(Value::Object(mut rest)) = serde_json::from_str(stored) else { return Err(broken()) };
        match take(&mut rest, "form", Value::as_u64) {
            Some(FORM) if rest.get("dialogues").is_none_or(Value::is_object) => {}
            Some(form) if form > FORM => return Err(Unread::Newer(form)),
            _ => return Err(broken()),
        }
        Ok(Self { dialogues: items(&mut rest, "dialogues", |fields| Some(Kept::take(fields))), rest })
    }

    /// The text to store; the same value always gives the same text.
    pub fn write(&self) -> String {
        let mut fields = self.rest.clone();
        fields.insert("form".to_owned(), FORM.into());
        put_items(
            &mut fields,
            "dialogues",
            self.dialogues.iter().map(|(id, k)| (id.to_string(), k.fields())),
        );
        let mut out = String::new();
        json::write(&Value::Object(fields), &mut out);
        out
    }
}

impl Kept {
    fn take(fields: &mut Fields) -> Self {
        Self {
            followed: yes(fields, "followed"),
            gone: yes(fields, "gone"),
            made: take(fields, "made", instant),
            title: take(fields, "title", text),
            status: take(fields, "status", status),
            results: take(fields, "results", Value::as_bool),
            meetings: items(fields, "meetings", KeptMeeting::take),
            rest: std::mem::take(fields),
        }
    }

    fn fields(&self) -> Fields {
        let mut fields = self.rest.clone();
        put_yes(&mut fields, "followed", self.followed);
        put_yes(&mut fields, "gone", self.gone);
        put(&mut fields, "made", self.made.map(|t| t.timestamp().into()));
        put(&mut fields, "title", self.title.clone().map(Value::String));
        put(&mut fields, "status", self.status.and_then(status_word));
        put(&mut fields, "results", self.results.map(Value::Bool));
        put_items(&mut fields, "meetings", self.meetings.iter().map(|(id, m)| (id.to_string(), m.fields())));
        fields
    }
}

impl KeptMeeting {
    fn take(fields: &mut Fields) -> Option<Self> {
        Some(Self {
            followed: yes(fields, "followed"),
            gone: yes(fields, "gone"),
            seen: take(fields, "seen", Shot::read),
            calendar: take(fields, "calendar", Shot::read),
            rest: std::mem::take(fields),
        })
    }

    fn fields(&self) -> Fields {
        let shot = |shot: &Option<Shot>| shot.as_ref().map(|s| Value::Object(s.fields()));
        let mut fields = self.rest.clone();
        put_yes(&mut fields, "followed", self.followed);
        put_yes(&mut fields, "gone", self.gone);
        put(&mut fields, "seen", shot(&self.seen));
        put(&mut fields, "calendar", shot(&self.calendar));
        fields
    }
}

impl Shot {
    fn read(value: &Value) -> Option<Self> {
        let mut rest = value.as_object()?.clone();
        let start = take(&mut rest, "start", when)?;
        let slot = Slot::new(start, take(&mut rest, "end", when)).or_else(|| Slot::new(start, None))?;
        let place = take(&mut rest, "place", text).map(Site::At);
        let net = yes(&mut rest, "online").then_some(Site::Net);
        Some(Self {
            title: take(&mut rest, "title", text),
            slot,
            status: take(&mut rest, "status", status).unwrap_or(Status::Scheduled),
            site: place.or(net).unwrap_or(Site::Unknown),
            revision: take(&mut rest, "revision", Value::as_u64).and_then(|n| n.try_into().ok()).unwrap_or(0),
            rest,
        })
    }

    fn fields(&self) -> Fields {
        let mut fields = self.rest.clone();
        let (start, end) = match self.slot {
            Slot::Time { start, end } => (When::Time(start), end.map(When::Time)),
            Slot::Days { first, last } => (When::Date(first), (first != last).then_some(When::Date(last))),
        };
        put(&mut fields, "start", Some(when_value(start)));
        put(&mut fields, "end", end.map(when_value));
        put(&mut fields, "title", self.title.clone().map(Value::String));
        put(&mut fields, "status", status_word(self.status).filter(|_| self.status != Status::Scheduled));
        put(&mut fields, "revision", (self.revision > 0).then(|| self.revision.into()));
        match &self.site {
            Site::Unknown => {}
            Site::Net => put_yes(&mut fields, "online", true),
            Site::At(place) => put(&mut fields, "place", Some(place.as_str().into())),
        }
        fields
    }
}
