//! Texts that stay on the device, by key, for this origin (localStorage). All of it may be refused or full.

use web_sys::Storage;

/// The event on the window when another tab has changed one.
pub const CHANGED: &str = "storage";

/// Storage has refused: blocked, full, or not there at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

fn storage() -> Result<Storage, Refused> {
    leptos::prelude::window().local_storage().ok().flatten().ok_or(Refused)
}

/// The text under a key, if there is one.
pub fn read(key: &str) -> Result<Option<String>, Refused> {
    storage()?.get_item(key).map_err(|_| Refused)
}

/// Puts a text there.
pub fn write(key: &str, text: &str) -> Result<(), Refused> {
    storage()?.set_item(key, text).map_err(|_| Refused)
}

/// Takes it away.
pub fn remove(key: &str) -> Result<(), Refused> {
    storage()?.remove_item(key).map_err(|_| Refused)
}
