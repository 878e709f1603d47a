//! What search engines are told of the site as a whole.

use super::Press;
use crate::{
    domain::{
        dialogue::Dialogue,
        lang::Lang,
        route::Route,
        when::{When, machine},
    },
    part::el::escape,
};

/// Every page there is, in each language (sitemaps.org, 0.9). When one was changed comes from the feed, and is left out where the feed
/// does not say: a search engine that meets false dates believes none.
pub fn sitemap(press: &Press, routes: &[Route]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let links = Lang::ALL.map(|lang| press.links.speaking(lang));
    for (route, links) in routes.iter().flat_map(|route| links.iter().map(move |links| (route, links))) {
        xml.push_str("  <url><loc>");
        escape(&links.absolute(route), &mut xml);
        xml.push_str("</loc>");
        if let Some(when) = changed(press, route) {
            xml.extend(["<lastmod>", &machine(when), "</lastmod>"]);
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

fn changed(press: &Press, route: &Route) -> Option<When> {
    match route {
        Route::List => press.feed.generated_at.map(When::Time),
        Route::Dialogue(slug) => latest(press.feed.find(slug)?),
        Route::Archive(_) | Route::Mine | Route::Missing => None,
    }
}

/// The last change of a dialogue or of one of its meetings.
fn latest(dialogue: &Dialogue) -> Option<When> {
    let meetings = dialogue.meetings.iter().filter_map(|m| m.updated).map(When::Time);
    meetings.chain(dialogue.updated).max_by_key(|when| when.start())
}

/// Welcomes every reader and leads them to the sitemap (RFC 9309). It counts only at the root of a host.
pub fn robots(press: &Press) -> String {
    let sitemap = press.links.full(&press.links.file(super::sheet::SITEMAP));
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}
