//! Where the window stands.

use leptos::prelude::window;
use web_sys::ScrollRestoration;

/// Pixels from the top.
pub fn top() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Goes to a place at once.
pub fn to(top: f64) {
    window().scroll_to_with_x_and_y(0.0, top);
}

/// Whether the app itself brings a resident back to where she was; a browser that reloads does it better.
pub fn restore_by_hand(by_hand: bool) {
    let how = if by_hand { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
    if let Ok(history) = window().history() {
        // Refused only by a document that is no longer shown.
        let _ = history.set_scroll_restoration(how);
    }
}
