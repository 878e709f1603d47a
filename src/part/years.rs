//! The archive's years, each a link.

use super::{
    El, Env,
    el::el,
    section::{list, tap_inside},
};
use crate::domain::{archive::YearCount, route::Route};

/// `2024 (3)`, `2023 (12)`, the newest first, with the year one is in marked; nothing without any.
pub fn years(env: &Env, years: &[YearCount], here: Option<i32>) -> Option<El> {
    let year = |(year, count): &YearCount| {
        let words = env.text.choice.fill(&[&year.to_string(), &count.to_string()]);
        let link = tap_inside(env.links.href(&Route::Archive(*year)), words);
        el("li", "", link.maybe("aria-current", (here == Some(*year)).then_some("page")))
    };
    let links = list("years-list", years.iter().map(year).collect())?;
    let title = el("p", "years-title", env.text.archive).attr("id", "archive");
    Some(el("nav", "years", (title, links)).attr("aria-labelledby", "archive"))
}
