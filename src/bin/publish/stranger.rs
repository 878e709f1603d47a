//! What lies in the folder to replace and is no part of a site: it would be gone without a word.

use super::{hashed::is_hashed, said, squeeze};
use medborgardialoger::{host::print::Sheet, text::publish::Refusal};
use std::{collections::BTreeSet, fs, io::ErrorKind, path::Path};

/// The first entry in the root of `out`, by name, that is neither printed, nor in the root of the site, nor named by a
/// hash, nor named by the page that stands there, nor the twin of such a one. None where the two are one folder.
pub fn first(site: &Path, out: &Path) -> Result<Option<String>, Refusal> {
    if site == out || !out.exists() {
        return Ok(None);
    }
    let (site, old) = (names(site)?, names(out)?);
    let page = fs::read_to_string(out.join("index.html")).unwrap_or_default();
    let named = |name: &str| ["/", "\""].iter().any(|before| page.contains(&format!("{before}{name}\"")));
    let known = |name: &str| {
        Sheet::is_printed(name)
            || Sheet::is_printed(&format!("{name}/"))
            || site.contains(name)
            || is_hashed(name)
            || named(name)
    };
    Ok(old.into_iter().find(|name| !known(name) && !known(squeeze::original(name))))
}

fn names(folder: &Path) -> Result<BTreeSet<String>, Refusal> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeSet::new()),
        other => other.map_err(said(folder))?,
    };
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    entries.map(|entry| entry.map(name).map_err(said(folder))).collect()
}
