//! What time it is.

use crate::domain::when::Instant;

/// Now, by the device's clock. A clock beyond the calendar's range counts as 1970.
pub fn now() -> Instant {
    at(js_sys::Date::now())
}

/// The instant so many milliseconds after 1970, as JavaScript counts.
pub fn at(milliseconds: f64) -> Instant {
    // f64 holds milliseconds exactly until the year 287396.
    Instant::from_timestamp_millis(milliseconds as i64).unwrap_or_default()
}
