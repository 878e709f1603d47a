//! What is tried, and in which engines. A topic is a file with a table; a scenario is a function in it.

mod access;
mod access_axe;
mod access_keys;
mod access_order;
mod access_size;
mod aloud;
mod aria;
mod calendar;
mod detail;
mod embed;
mod embed_frame;
mod embed_page;
mod faults;
mod find;
mod follow;
mod languages;
mod list;
mod navigate;
mod offline;
mod offline_deploys;
mod offline_faults;
mod offline_installed;
mod offline_versions;
mod pictures;
mod printed;
mod share;
mod waits;
mod walk;

use std::pin::Pin;

use anyhow::Result;

use crate::browser::Browser;
use crate::engine::{Engine, Scheme};
use crate::server::Server;

pub use walk::Dice;

/// One thing a resident does, from a fresh page on.
pub struct Scenario {
    /// The function's name, which is the sentence that is printed.
    pub name: &'static str,
    /// The colours it is to be seen in.
    pub scheme: Scheme,
    /// The engines that it runs in.
    pub engines: &'static [Engine],
    /// The function itself.
    pub run: for<'a> fn(&'a Browser, &'a Server) -> Running<'a>,
}

/// A scenario under way.
pub type Running<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// All scenarios with their topics. A new topic file is added here.
pub fn all() -> impl Iterator<Item = (&'static str, &'static Scenario)> {
    let topics = [
        ("list", list::ALL),
        ("find", find::ALL),
        ("navigate", navigate::ALL),
        ("detail", detail::ALL),
        ("calendar", calendar::ALL),
        ("faults", faults::ALL),
        ("printed", printed::ALL),
        ("offline", offline::ALL),
        ("offline", offline_versions::ALL),
        ("offline", offline_deploys::ALL),
        ("offline", offline_faults::ALL),
        ("offline", offline_installed::ALL),
        ("follow", follow::ALL),
        ("share", share::ALL),
        ("aloud", aloud::ALL),
        ("embed", embed::ALL),
        ("embed", embed_page::ALL),
        ("embed", embed_frame::ALL),
        ("languages", languages::ALL),
        ("waits", waits::ALL),
        ("access", access::ALL),
        ("access", access_axe::ALL),
        ("access", access_keys::ALL),
        ("access", access_size::ALL),
        ("access", access_order::ALL),
        ("aria", aria::ALL),
        ("pictures", pictures::ALL),
        ("walk", walk::ALL),
    ];
    topics.into_iter().flat_map(|(topic, scenarios)| scenarios.iter().map(move |scenario| (topic, scenario)))
}

/// A topic's table: `scenarios![Light in ALL: opens_at_once, groups_by_time; Dark in CHROMIUM: keeps_its_contrast]`, where
/// what stands after `in` is one of [`Engine`]'s lists.
macro_rules! scenarios {
    ($($scheme:ident in $engines:ident: $($name:ident),+ $(,)?);+ $(;)?) => {
        &[$($($crate::scenario::Scenario {
            name: stringify!($name),
            scheme: $crate::engine::Scheme::$scheme,
            engines: $crate::engine::Engine::$engines,
            run: |browser, server| Box::pin($name(browser, server)),
        }),+),+]
    };
}
use scenarios;
