//! Medborgardialoger: a municipality's citizen dialogues, listed, found, read and put into a calendar.
//!
//! The rooms, in the order in which they may use each other:
//!
//! ```text
//! domain ← text ← part ← page ← host → browser → domain        (an arrow points at what may be used)
//! ```
//!
//! The flow, one way down and one small way up:
//!
//! ```text
//! bytes ─feed::parse→ Feed ─live→ Signal<Live> ─filter.apply(now)→ hits ─page::list→ Card ─Links.href→ <a>
//!                                              └route: feed.find(slug)→ page::detail → CalendarLink
//! Meeting ─text::entry→ Entry ─ics::print→ text ─browser::download→ blob href
//! up: Act → the host writes the address or asks for the feed → it comes down again
//! ```
//!
//! Three builds: without features the pure core (domain, text); `publish` adds parts, pages and the native printer;
//! `web` (the default) adds the browser.

#[cfg(all(feature = "web", feature = "publish"))]
compile_error!("`web` and `publish` exclude each other: with both, leptos panics at the first Effect");

#[cfg(feature = "web")]
mod browser;
pub mod domain;
#[cfg(any(feature = "web", feature = "publish"))]
pub mod host;
#[cfg(any(feature = "web", feature = "publish"))]
pub mod page;
#[cfg(any(feature = "web", feature = "publish"))]
pub mod part;
pub mod text;
