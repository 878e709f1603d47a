//! What a page says to machines: schema.org in JSON-LD, for the inside of `<script type="application/ld+json">`.
//!
//! Only what the feed states is said, in schema.org's words (the right column of feed.md's table). Contacts are never
//! exported, and participants without their party: what somebody thinks politically is no machine's business.
//! Phases are not exported either: everything of type Event is taken for something one can come to.
//!
//! What Google asks of an Event (developers.google.com/search/docs/appearance/structured-data/event, 2026-09-08)
//! stands as a table in tests/json_ld_rules.rs. It needs an address: a meeting whose place has neither street nor town
//! gets none here, so it does not reach that result. Nor do online meetings, and series, since they share one page.
//! (Google shows the result in no Swedish search so far; other readers take what is true.)

mod event;
mod place;
mod thing;

use crate::{
    domain::{
        body::paragraph,
        dialogue::Dialogue,
        document::Document,
        feed::Feed,
        localized::Localized,
        organiser::{Organiser, OrganiserKind},
        route::{Links, Route},
        take_part::{TakePart, TakePartKind},
        when::{When, machine},
    },
    text::{Text, entry::list_name},
};
use serde_json::{Value, json};
use thing::{Thing, reference, script};

/// The site that a page belongs to, in one language.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// Its contents.
    pub feed: &'a Feed,
    /// Where it stands; full addresses are made of it.
    pub links: &'a Links,
    /// Its language.
    pub text: &'a Text,
}

/// A dialogue's page: an Event when it is one meeting, an EventSeries when it is more; else only the page.
pub fn dialogue(site: &Site, dialogue: &Dialogue) -> String {
    let route = Route::Dialogue(dialogue.id.clone());
    let name = site.say(&dialogue.title);
    let page = site.page("WebPage", &route, name);
    let page = page.put("dateModified", dialogue.updated.map(machine));
    let main = event::main(site, dialogue, &site.links.absolute(&route));
    let mut graph = match &main {
        Some(main) => vec![page.put("mainEntity", main.id())],
        None => vec![site.matter(page, dialogue).all("description", site.description(dialogue))],
    };
    graph.extend(main);
    graph.extend([site.crumbs(&[(&Route::List, &site.name()), (&route, name)])]);
    site.whole(graph)
}

/// The list: a page that collects links to dialogues, in the order in which it shows them.
pub fn list<'a>(site: &Site, rows: impl IntoIterator<Item = &'a Dialogue>) -> String {
    let page = site.collection(&Route::List, &site.name(), rows);
    let page = page.all("description", paragraph(&site.feed.intro).map(|t| site.say(t)));
    site.whole(vec![page])
}

/// A page of the archive, by its address and its heading.
pub fn archive<'a>(
    site: &Site,
    route: &Route,
    name: &str,
    rows: impl IntoIterator<Item = &'a Dialogue>,
) -> String {
    let page = site.collection(route, name, rows);
    site.whole(vec![page, site.crumbs(&[(&Route::List, &site.name()), (route, name)])])
}

impl<'a> Site<'a> {
    fn say(&self, text: &'a Localized) -> &'a str {
        text.get(self.text.tag).text
    }

    fn name(&self) -> String {
        list_name(self.text, self.feed)
    }

    /// The address of something that every page of the site names.
    fn shared(&self, name: &str) -> String {
        format!("{}#{name}", self.links.absolute(&Route::List))
    }

    /// Closes a page's graph with the site and the municipality.
    fn whole(&self, mut graph: Vec<Thing>) -> String {
        let site = Thing::new("WebSite")
            .put("@id", Some(self.shared("site")))
            .put("url", Some(self.links.absolute(&Route::List)))
            .put("name", Some(self.name()))
            .put("inLanguage", Some(self.text.tag))
            .put("publisher", self.publisher());
        graph.push(site);
        graph.extend(self.feed.publisher.as_ref().map(|publisher| {
            Thing::new("GovernmentOrganization")
                .put("@id", Some(self.shared("publisher")))
                .put("name", Some(publisher.name.as_str()))
                .put("url", publisher.url.as_ref().map(|url| url.as_str()))
        }));
        script(graph)
    }

    fn publisher(&self) -> Option<Value> {
        self.feed.publisher.as_ref().map(|_| reference(&self.shared("publisher")))
    }

    fn page(&self, kind: &str, route: &Route, name: &str) -> Thing {
        let url = self.links.absolute(route);
        let below = (*route != Route::List).then(|| reference(&format!("{url}#breadcrumb")));
        Thing::new(kind)
            .put("@id", Some(url.as_str()))
            .put("url", Some(url.as_str()))
            .put("name", Some(name))
            .put("inLanguage", Some(self.text.tag))
            .put("isPartOf", Some(reference(&self.shared("site"))))
            .put("publisher", self.publisher())
            .put("license", self.feed.license.as_ref().map(|license| license.as_str()))
            .put("breadcrumb", below)
    }

    fn collection<'d>(
        &self,
        route: &Route,
        name: &str,
        rows: impl IntoIterator<Item = &'d Dialogue>,
    ) -> Thing {
        let rows = rows.into_iter().zip(1..).map(|(row, position)| {
            let url = self.links.absolute(&Route::Dialogue(row.id.clone()));
            let name = row.title.get(self.text.tag).text;
            json!({"@type": "ListItem", "position": position, "name": name, "url": url})
        });
        let rows: Vec<Value> = rows.collect();
        let list = (!rows.is_empty()).then(|| json!({"@type": "ItemList", "itemListElement": rows}));
        let made = self.feed.generated_at.map(|t| machine(When::Time(t)));
        self.page("CollectionPage", route, name).put("dateModified", made).put("mainEntity", list)
    }

    /// The way from the list to a page; Google asks for at least two steps.
    fn crumbs(&self, way: &[(&Route, &str)]) -> Thing {
        let steps = way.iter().zip(1..).map(|((route, name), position)| {
            let item = json!({"@type": "WebPage", "@id": self.links.absolute(route)});
            json!({"@type": "ListItem", "position": position, "name": name, "item": item})
        });
        let here = way.last().map(|(route, _)| format!("{}#breadcrumb", self.links.absolute(route)));
        Thing::new("BreadcrumbList").put("@id", here).all("itemListElement", steps)
    }

    /// What a dialogue is about, for whatever stands for it on its page.
    fn matter(&self, thing: Thing, dialogue: &'a Dialogue) -> Thing {
        let open = |way: &&TakePart| self.feed.generated_at.is_none_or(|made| way.is_open(made));
        let papers = dialogue.documents.iter().chain(&dialogue.results.documents);
        let district = |name| json!({"@type": "Place", "name": self.say(name)});
        thing
            .put("identifier", Some(dialogue.id.as_str()))
            .put("sameAs", dialogue.url.as_ref().map(|url| url.as_str()))
            .all("keywords", dialogue.topics.iter().map(|topic| self.say(topic)))
            .all("about", dialogue.districts.iter().map(district))
            .all("subjectOf", papers.map(|paper| self.paper(paper)))
            .all("potentialAction", dialogue.take_part.iter().filter(open).filter_map(|way| self.way(way)))
    }

    fn description(&self, dialogue: &'a Dialogue) -> Option<&'a str> {
        dialogue.description().map(|text| self.say(text))
    }

    fn paper(&self, paper: &'a Document) -> Thing {
        Thing::new("DigitalDocument")
            .put("name", Some(self.say(&paper.title)))
            .put("url", Some(paper.url.as_str()))
            .put("encodingFormat", paper.media_type.as_deref())
            .put("inLanguage", paper.language.as_deref())
            .put("datePublished", paper.published.map(machine))
    }

    /// A way to have one's say on the web. A mail address or telephone number is somebody's, and stays on the page.
    fn way(&self, way: &'a TakePart) -> Option<Thing> {
        let kind = self.text.take_part_kinds.of(way.kind);
        let web = !matches!(way.kind, TakePartKind::Email | TakePartKind::Phone);
        web.then(|| {
            Thing::new("CommunicateAction")
                .put("name", Some(way.text.as_ref().map_or(kind, |text| self.say(text))))
                .put("target", Some(way.href.as_str()))
        })
    }

    fn organiser(&self, organiser: &'a Organiser) -> Thing {
        let kind = match organiser.kind {
            Some(OrganiserKind::Board | OrganiserKind::Department) => "GovernmentOrganization",
            Some(OrganiserKind::Council | OrganiserKind::Partner) | None => "Organization",
        };
        Thing::new(kind)
            .put("name", Some(self.say(&organiser.name)))
            .put("url", organiser.url.as_ref().map(|url| url.as_str()))
    }
}
