//! Whether a feed that can be read should all the same not take the place of the one at hand.

use super::{feed::Feed, when::Instant};

/// Why a new feed is doubted. The one at hand stays, and the page says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It was made before the one at hand: an old copy that some cache kept.
    Older,
    /// It has no dialogue where there were several, or where each one in it is broken: emptied by mistake.
    Emptied,
}

/// What speaks against a new feed, seen from the one at hand. A list of one dialogue may become empty.
pub fn doubt(old: &Feed, new: &Feed) -> Option<Doubt> {
    let emptied = new.dialogues.is_empty()
        && (old.dialogues.len() > 1 || !old.dialogues.is_empty() && !new.faults.is_empty());
    if older(new.generated_at, old.generated_at) {
        Some(Doubt::Older)
    } else {
        emptied.then_some(Doubt::Emptied)
    }
}

/// Whether something was made before something else; not when either lacks its time.
pub(super) fn older(this: Option<Instant>, that: Option<Instant>) -> bool {
    matches!((this, that), (Some(this), Some(that)) if this < that)
}
