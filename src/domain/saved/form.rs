//! The stored form: one JSON text, `{"form":1,"dialogues":[{"id":"ID",…,"meetings":[{"id":"ID",…}]}]}`.
//!
//! Times are whole seconds since 1970; days are `2024-06-03`. What is absent is no, nothing or as planned.

use super::{Kept, KeptMeeting, Saved, Shot, Site};
use crate::domain::{
    meeting::Status,
    slug::Slug,
    when::{Instant, Slot, When, date, machine},
};
use chrono::DateTime;
use serde_json::Value;

/// The form that this app reads and writes. Any change raises it, a new field too: an older app writes only what it
/// knows, and leaves alone what a newer one wrote. Whoever raises it still reads the forms before.
pub const FORM: u64 = 1;

/// Why a stored text gives nothing to work with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A later app wrote it. Nothing may be written over it; following rests until the app is updated.
    Newer,
    /// Not a stored form at all, or cut off. It is put aside before anything is written.
    Broken,
}

/// How a status is written: by its place here, which must not change.
const STATUSES: [Status; 5] =
    [Status::Scheduled, Status::Rescheduled, Status::Postponed, Status::MovedOnline, Status::Cancelled];

impl Saved {
    /// Reads the stored text; blank or absent (`""`) is nothing followed yet.
    pub fn read(stored: &str) -> Result<Self, Unread> {
        if stored.trim_ascii().is_empty() {
            return Ok(Self::default());
        }
        let value: Value = serde_json::from_str(stored).map_err(|_| Unread::Broken)?;
        match value.get("form").and_then(Value::as_u64) {
            Some(FORM) => {}
            Some(form) if form > FORM => return Err(Unread::Newer),
            _ => return Err(Unread::Broken),
        }
        let dialogues = value.get("dialogues").and_then(Value::as_array).ok_or(Unread::Broken)?;
        Ok(Self { dialogues: dialogues.iter().filter_map(Kept::read).collect() })
    }

    /// The text to store; the same value always gives the same text.
    pub fn write(&self) -> String {
        let mut out = Json(format!("{{\"form\":{FORM}"));
        out.list("dialogues", self.dialogues.iter(), Kept::write);
        out.0.push('}');
        out.0
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name)?.as_str().map(str::to_owned)
}

fn yes(value: &Value, name: &str) -> bool {
    value.get(name).is_some_and(|v| *v == Value::Bool(true))
}

fn id(value: &Value) -> Option<Slug> {
    Slug::new(value.get("id")?.as_str()?)
}

fn instant(value: &Value) -> Option<Instant> {
    DateTime::from_timestamp(value.as_i64()?, 0)
}

fn when(value: &Value, name: &str) -> Option<When> {
    let value = value.get(name)?;
    instant(value).map(When::Time).or_else(|| date(value.as_str()?).map(When::Date))
}

fn status(value: &Value) -> Status {
    let place = value.get("status").and_then(Value::as_u64).unwrap_or(0);
    usize::try_from(place).ok().and_then(|place| STATUSES.get(place)).copied().unwrap_or(Status::Scheduled)
}

impl Kept {
    fn read(value: &Value) -> Option<Self> {
        let meetings = value.get("meetings").and_then(Value::as_array);
        Some(Self {
            id: id(value)?,
            followed: yes(value, "followed"),
            gone: yes(value, "gone"),
            made: value.get("made").and_then(instant),
            title: text(value, "title").unwrap_or_default(),
            status: status(value),
            results: yes(value, "results"),
            meetings: meetings.into_iter().flatten().filter_map(KeptMeeting::read).collect(),
        })
    }

    fn write(&self, out: &mut Json) {
        out.text("id", self.id.as_str());
        out.yes("followed", self.followed);
        out.yes("gone", self.gone);
        if let Some(made) = self.made {
            out.number("made", made.timestamp());
        }
        if !self.title.is_empty() {
            out.text("title", &self.title);
        }
        out.status(self.status);
        out.yes("results", self.results);
        out.list("meetings", self.meetings.iter(), KeptMeeting::write);
    }
}

impl KeptMeeting {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: id(value)?,
            followed: yes(value, "followed"),
            gone: yes(value, "gone"),
            seen: value.get("seen").and_then(Shot::read),
            calendar: value.get("calendar").and_then(Shot::read),
        })
    }

    fn write(&self, out: &mut Json) {
        out.text("id", self.id.as_str());
        out.yes("followed", self.followed);
        out.yes("gone", self.gone);
        for (name, shot) in [("seen", &self.seen), ("calendar", &self.calendar)] {
            if let Some(shot) = shot {
                out.name(name);
                shot.write(out);
            }
        }
    }
}

impl Shot {
    fn read(value: &Value) -> Option<Self> {
        let start = when(value, "start")?;
        Some(Self {
            title: text(value, "title"),
            slot: Slot::new(start, when(value, "end")).or_else(|| Slot::new(start, None))?,
            status: status(value),
            site: match text(value, "place") {
                Some(place) => Site::At(place),
                None if yes(value, "online") => Site::Net,
                None => Site::Unknown,
            },
            revision: value.get("revision").and_then(Value::as_u64).unwrap_or(0).try_into().unwrap_or(0),
        })
    }

    fn write(&self, out: &mut Json) {
        out.0.push('{');
        let (start, end) = match self.slot {
            Slot::Time { start, end } => (When::Time(start), end.map(When::Time)),
            Slot::Days { first, last } => (When::Date(first), (first != last).then_some(When::Date(last))),
        };
        for (name, when) in [("start", Some(start)), ("end", end)] {
            match when {
                Some(When::Time(t)) => out.number(name, t.timestamp()),
                Some(date) => out.text(name, &machine(date)),
                None => {}
            }
        }
        if let Some(title) = &self.title {
            out.text("title", title);
        }
        out.status(self.status);
        match &self.site {
            Site::Unknown => {}
            Site::Net => out.yes("online", true),
            Site::At(place) => out.text("place", place),
        }
        if self.revision > 0 {
            out.number("revision", self.revision.into());
        }
        out.0.push('}');
    }
}

/// JSON being written. serde_json's own writer would bring the exact printing of floats, 10 KB of tables.
struct Json(String);

impl Json {
    fn name(&mut self, name: &str) {
        self.0.push_str(if self.0.ends_with('{') { "\"" } else { ",\"" });
        self.0.push_str(name);
        self.0.push_str("\":");
    }

    /// A string with the escapes that RFC 8259 §7 asks for, and no others.
    fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.0.extend(['\\', c]),
                c if c < ' ' => self.0.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => self.0.push(c),
            }
        }
        self.0.push('"');
    }

    fn number(&mut self, name: &str, number: i64) {
        self.name(name);
        self.0.push_str(&number.to_string());
    }

    /// True is written, false is absence.
    fn yes(&mut self, name: &str, yes: bool) {
        if yes {
            self.name(name);
            self.0.push_str("true");
        }
    }

    fn status(&mut self, status: Status) {
        let place = STATUSES.iter().position(|s| *s == status).unwrap_or(0);
        if place > 0 {
            self.number("status", place as i64);
        }
    }

    fn list<T>(&mut self, name: &str, items: impl Iterator<Item = T>, write: impl Fn(T, &mut Self)) {
        self.name(name);
        self.0.push('[');
        for item in items {
            self.0.push_str(if self.0.ends_with('[') { "{" } else { ",{" });
            write(item, self);
            self.0.push('}');
        }
        self.0.push(']');
    }
}
