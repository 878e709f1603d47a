//! How the pieces of a page fit into another's.

use super::el::{El, Piece};

/// How many levels deeper all headings lie. Where a host has put it into the context, each element's class is the name of
/// a part too, for the page around to style (`::part`).
#[derive(Clone, Copy)]
pub struct Depth(pub usize);

impl Depth {
    /// Fits pieces and all that is in them.
    pub fn fit(self, pieces: &mut [Piece]) {
        for piece in pieces {
            if let Piece::El(el) = piece {
                self.fit_one(el);
            }
        }
    }

    fn fit_one(self, el: &mut El) {
        const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        if let Some(level) = HEADINGS.iter().position(|tag| *tag == el.tag) {
            el.tag = HEADINGS.get(level + self.0).copied().unwrap_or("h6");
        }
        if let Some(("class", class)) = el.attributes.first() {
            let part = class.clone();
            el.attributes.push(("part", part));
        }
        self.fit(&mut el.children);
    }
}
