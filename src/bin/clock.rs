//! What time it is, for the doors: everything else is told.

use medborgardialoger::domain::when::Instant;
use std::time::SystemTime;

/// Now, to the second.
#[expect(clippy::disallowed_methods, reason = "a door may ask the clock")]
pub fn now() -> Instant {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()
        .and_then(|t| Instant::from_timestamp(t.as_secs().try_into().ok()?, 0))
        .unwrap_or_default()
}
