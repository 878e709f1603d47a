//! A citizen dialogue, and whether it is upcoming, ongoing or ended.

use super::{
    body::{Block, paragraph},
    document::{Document, Results},
    fault::Expected,
    link::Link,
    localized::Localized,
    meeting::{Meeting, Status},
    node::{self, Node, unique},
    organiser::{Contact, Organiser},
    phase::{Period, Phase},
    search::Words,
    slug::Slug,
    stage::{Level, Stage},
    take_part::TakePart,
    when::{Around, Instant, When, day, midnight, next},
};
use chrono::{Datelike, TimeDelta};
use std::cmp::Reverse;

/// A citizen dialogue: a single meeting, a long process or a series of meetings.
#[derive(Clone, Debug, PartialEq)]
pub struct Dialogue {
    /// Unique in the feed, never reused; its address.
    pub id: Slug,
    /// Its title.
    pub title: Localized,
    /// What it is about, in a sentence or two.
    pub summary: Option<Localized>,
    /// What it is about, at length.
    pub body: Vec<Block>,
    /// How it came about.
    pub background: Vec<Block>,
    /// How much residents can influence.
    pub level: Option<Level>,
    /// How far it has come, if the feed says.
    pub stage: Option<Stage>,
    /// That, in words.
    pub stage_note: Option<Localized>,
    /// When it goes on.
    pub period: Option<Period>,
    /// How often it comes back, in words.
    pub recurrence_note: Option<Localized>,
    /// What it touches.
    pub topics: Vec<Localized>,
    /// The districts it concerns.
    pub districts: Vec<Localized>,
    /// Who invites.
    pub organisers: Vec<Organiser>,
    /// Who answers.
    pub contacts: Vec<Contact>,
    /// Its steps.
    pub phases: Vec<Phase>,
    /// Its meetings, earliest first.
    pub meetings: Vec<Meeting>,
    /// Its documents.
    pub documents: Vec<Document>,
    /// What came of it.
    pub results: Results,
    /// Ways to take part without coming.
    pub take_part: Vec<TakePart>,
    /// Its page at the municipality.
    pub url: Option<Link>,
    /// When it was last changed.
    pub updated: Option<When>,
    /// Names of fields that somebody guessed.
    pub inferred: Vec<String>,
    /// All that the search looks through.
    pub(super) words: Words,
}

/// The three groups of the list, computed from the clock and never taken from a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Goes on now.
    Ongoing,
    /// Lies ahead.
    Upcoming,
    /// Is over.
    Ended,
}

impl Group {
    /// All there are, in the order of the list.
    pub const ALL: [Self; 3] = [Self::Ongoing, Self::Upcoming, Self::Ended];
}

impl Dialogue {
    /// What it is about in short: its summary, else the first paragraph of its text.
    pub fn description(&self) -> Option<&Localized> {
        self.summary.as_ref().or_else(|| paragraph(&self.body))
    }

    /// The group at an instant (feed.md: Groups, computed). Where that rule would call ended what says of itself that
    /// it is open or planned, having no date at all, it is ongoing or upcoming (README, "differs").
    pub fn group(&self, now: Instant) -> Group {
        // A feed that does not say the stage says nothing against its being open.
        let open = matches!(self.stage, None | Some(Stage::Open | Stage::Summarising | Stage::Deciding));
        let meets = self.meetings.iter().any(|m| m.status.takes_place() && m.slot.contains(now));
        let started = self.period.as_ref().is_some_and(|p| p.start.start() <= now);
        let finished = self.period.as_ref().and_then(|p| p.end).is_some_and(|end| end.end() <= now);
        let undated = self.period.is_none() && self.meetings.is_empty();
        if open && (meets || (started && !finished) || (undated && self.stage.is_some())) {
            Group::Ongoing
        } else if self.next_meeting(now).is_some()
            || (self.period.is_some() && !started)
            || (undated && self.stage == Some(Stage::Planned))
        {
            Group::Upcoming
        } else {
            Group::Ended
        }
    }

    /// The nearest meeting that is not over. A cancelled or postponed one counts until its original end.
    pub fn next_meeting(&self, now: Instant) -> Option<&Meeting> {
        self.meetings.iter().find(|m| now < m.slot.over())
    }

    /// The nearest meeting that one can come to.
    pub fn next_open_meeting(&self, now: Instant) -> Option<&Meeting> {
        self.meetings.iter().find(|m| now < m.slot.over() && m.status.takes_place())
    }

    /// The meeting that lies ahead for whoever wants to come: the nearest that one can come to, else the nearest.
    pub fn ahead(&self, now: Instant) -> Option<&Meeting> {
        self.next_open_meeting(now).or_else(|| self.next_meeting(now))
    }

    /// The latest meeting that is over.
    pub fn last_meeting(&self, now: Instant) -> Option<&Meeting> {
        self.meetings.iter().rev().find(|m| m.slot.over() <= now)
    }

    /// Its place in its group: ongoing and upcoming with the next meeting first, ended with the newest first.
    pub(super) fn order(&self, group: Group, now: Instant) -> (Instant, Reverse<Instant>) {
        let began = self.period.as_ref().map(|p| p.start.start());
        if group == Group::Ended {
            return (Instant::MIN_UTC, Reverse(self.ended(now).unwrap_or(Instant::MIN_UTC)));
        }
        let next = self.next_meeting(now).map(|m| m.slot.start());
        let ahead = next.or(began.filter(|t| now < *t)).unwrap_or(Instant::MAX_UTC);
        (ahead, Reverse(began.unwrap_or(Instant::MIN_UTC)))
    }

    /// The first instant past the last day of one that has ended: the later of its last meeting and its period's end.
    /// Where there is neither (closed in the midst of its period, or without any date), that of its last change, else
    /// of its period's first day.
    fn ended(&self, now: Instant) -> Option<Instant> {
        let meeting = self.last_meeting(now).map(|m| m.slot.over());
        let end = self.period.as_ref().and_then(|p| p.end).map(Around::end).filter(|end| *end <= now);
        let past = |day| midnight(next(day));
        let changed = self.updated.map(|when| past(when.day()));
        let began = self.period.as_ref().map(|p| past(day(p.start.start())));
        meeting.max(end).or(changed).or(began)
    }

    /// The year in which one that has ended did so, in Sweden: its place in the archive. Without any date, that in
    /// which its feed was made.
    pub fn year(&self, generated_at: Option<Instant>, now: Instant) -> i32 {
        // An end at midnight is that of the day before.
        let last = self.ended(now).map(|past| past - TimeDelta::seconds(1));
        day(last.or(generated_at).unwrap_or(now)).year()
    }

    /// How many of its moments are past: beginnings and ends, last days to register and to take part. While that is
    /// the same, so is what a page says of it, but for the day's name.
    pub fn moments_past(&self, now: Instant) -> usize {
        let meetings = self.meetings.iter().flat_map(|m| {
            let closes = m.registration.as_ref().and_then(|r| r.closes).map(When::end);
            [Some(m.slot.start()), Some(m.slot.over()), closes]
        });
        let ways = self.take_part.iter().map(|way| way.closes.map(When::end));
        let period = self.period.iter().flat_map(|p| [Some(p.start.start()), p.end.map(Around::end)]);
        meetings.chain(ways).chain(period).flatten().filter(|moment| *moment <= now).count()
    }

    /// A meeting by its id.
    pub fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.meetings.iter().find(|m| m.id.as_str() == id)
    }

    /// What the stage says of the whole holds for its meetings that lay ahead when the feed was made: a cancelled
    /// dialogue's are cancelled, a paused one's postponed.
    pub(super) fn hold_back(&mut self, generated_at: Option<Instant>) {
        let status = match self.stage {
            Some(Stage::Cancelled) => Status::Cancelled,
            Some(Stage::Paused) => Status::Postponed,
            _ => return,
        };
        let ahead = |m: &Meeting| generated_at.is_none_or(|t| t < m.slot.over());
        for meeting in self.meetings.iter_mut().filter(|m| m.status.takes_place() && ahead(m)) {
            meeting.status = status;
        }
    }

    pub(super) fn read(node: &Node) -> Option<Self> {
        node.begin_item("");
        node.object()?;
        let id = node.required("id", Expected::Slug, |n| n.parse(Expected::Slug, Slug::new))?;
        node.begin_item(id.as_str());
        let title = node.required("title", Expected::Text, Localized::read)?;
        let mut dialogue = Self {
            id,
            title,
            summary: node.field("summary", Localized::read),
            body: node.list("body", Block::read),
            background: node.list("background", Block::read),
            level: node.field("level", Level::read),
            stage: node.field("stage", Stage::read),
            stage_note: node.field("stageNote", Localized::read),
            period: node.field("period", Period::read),
            recurrence_note: node.field("recurrenceNote", Localized::read),
            topics: node.list("topics", Localized::read),
            districts: node.list("districts", Localized::read),
            organisers: node.list("organisers", Organiser::read),
            contacts: node.list("contacts", Contact::read),
            phases: node.list("phases", unique(Phase::read, |p| &p.id)),
            meetings: node.list("meetings", unique(Meeting::read, |m| &m.id)),
            documents: node.list("documents", Document::read),
            results: node.field("results", Results::read).unwrap_or_default(),
            take_part: node.list("takePart", TakePart::read),
            url: node.field("url", |n| n.parse(Expected::Https, Link::https)),
            updated: node.field("updated", |n| n.parse(Expected::When, When::parse)),
            inferred: node.list("inferred", node::text),
            words: Words::default(),
        };
        dialogue.meetings.sort_by_key(|m| m.slot.start());
        dialogue.words = Words::of(&dialogue);
        Some(dialogue)
    }
}
