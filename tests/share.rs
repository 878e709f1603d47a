//! What goes with a dialogue's address when a resident hands it on.

mod util;

use medborgardialoger::text::entry;
use util::{at, dialogue, sv};

#[track_caller]
fn shares(fields: &str, now: &str, words: &str) {
    let dialogue = dialogue(fields);
    let ahead = dialogue.next_meeting(at(now));
    assert_eq!(entry::share(sv(), &dialogue, ahead), words);
}

const MEETING: &str = r#""id":"m1","start":"2024-06-03T16:00:00+02:00","end":"2024-06-03T18:00:00+02:00""#;
const BEFORE: &str = "2024-06-02T12:00:00+02:00";
const AFTER: &str = "2024-06-04T12:00:00+02:00";

#[test]
fn a_dialogue_is_shared_by_its_title_and_its_next_meeting() {
    let meetings = format!(r#""meetings":[{{{MEETING}}}]"#);
    shares(&meetings, BEFORE, "Prov, måndag 3 juni 2024 kl. 16.00–18.00");
    shares(&meetings, AFTER, "Prov");
    shares("", BEFORE, "Prov");
}

#[test]
fn nobody_is_sent_to_a_meeting_that_is_called_off() {
    let meetings = |status: &str| format!(r#""meetings":[{{{MEETING},"status":"{status}"}}]"#);
    shares(&meetings("cancelled"), BEFORE, "Inställt: Prov, måndag 3 juni 2024 kl. 16.00–18.00");
    shares(&meetings("postponed"), BEFORE, "Prov");
}

#[cfg(feature = "publish")]
mod page {
    use super::{
        AFTER, BEFORE, MEETING,
        util::html::{all, printed, texts, tokens},
    };
    use crate::util::{feed, sv};
    use leptos::prelude::*;
    use medborgardialoger::{
        domain::{
            live::Live,
            route::{Links, Route},
            share::Shared,
        },
        page,
        part::{Env, Told},
    };
    use std::sync::Arc;

    /// A dialogue's page as a browser shows it once an address was handed on.
    fn shown(shared: Shared) -> String {
        let links = Arc::new(Links::new("https://exempel.example", "/medborgardialoger/"));
        Owner::new().with(|| {
            let told = Some(RwSignal::new(Told { shared, ..Told::default() }));
            let now = Signal::stored(crate::util::at(BEFORE));
            let env = Env {
                text: sv(),
                links,
                now,
                older: None,
                told,
                saved: None,
                calendar_href: Arc::new(|f| f.address.clone()),
            };
            let live = Signal::stored(Live::Fresh(Arc::new(feed(""))));
            let route = Signal::stored(Route::parse("dialog/prov"));
            page::show(env, route, live, Signal::stored(Default::default()), Callback::new(|_| {}))
                .to_html()
                .replace("<!>", "")
        })
    }

    #[test]
    fn the_box_offers_to_share_and_to_print_and_tells_what_became_of_it() {
        let row = |shared| texts(&shown(shared), "class", "actions").join("|");
        let always = "Följ| dialogen|Dela|Skriv ut|Följ dialogen, så får du se på den här sidan när något ändras. \
                      Det sparas bara på den här enheten.";
        assert_eq!(row(Shared::Untold), always);
        assert_eq!(row(Shared::Copied), format!("{always}|Länken är kopierad"));
        assert_eq!(
            row(Shared::Refused),
            format!(
                "{always}|Det gick inte att kopiera länken. Kopiera den själv: |\
                 https://exempel.example/medborgardialoger/dialog/prov/"
            )
        );
        for shared in [Shared::Untold, Shared::Copied] {
            let html = shown(shared);
            let line = tokens(&html).into_iter().find(|t| t.attr("class") == Some("share-told"));
            assert_eq!(
                line.and_then(|t| t.attr("role").map(str::to_owned)).as_deref(),
                Some("status"),
                "there from the first"
            );
        }
    }

    #[test]
    fn paper_gets_the_address_and_its_qr_code_and_a_screen_reader_neither() {
        let html = printed(feed(""), "dialog/prov", BEFORE);
        let code = tokens(&html).into_iter().find(|t| t.attr("fetchpriority").is_some());
        let code = code.map(|t| ["src", "alt"].map(|name| t.attr(name).map(str::to_owned)));
        assert_eq!(
            code,
            Some([Some("/medborgardialoger/dialog/prov/qr.svg".to_owned()), Some(String::new())])
        );
        assert_eq!(texts(&html, "aria-hidden", "true"), ["‹\u{a0}"], "the back link's arrow comes first");
        assert_eq!(
            texts(&html, "class", "qr visually-hidden"),
            ["https://exempel.example/medborgardialoger/dialog/prov/"]
        );
        assert!(html.contains(r#"<p class="qr visually-hidden" aria-hidden="true"><img "#));
    }

    #[test]
    fn a_poster_is_offered_until_the_dialogue_is_over() {
        let meetings = format!(r#""meetings":[{{{MEETING}}}]"#);
        let links = |now| all(&printed(feed(&meetings), "dialog/prov", now), "href");
        let poster = "/medborgardialoger/dialog/prov/affisch/".to_owned();
        assert!(links(BEFORE).contains(&poster));
        assert!(!links(AFTER).contains(&poster));
        let html = printed(feed(&meetings), "dialog/prov", BEFORE);
        assert!(html.contains(&format!(r#"<p class="poster-link"><a class="tap" href="{poster}" rel="external">Affisch att sätta upp</a></p>"#)));
    }
}
