//! The files of the built app, which every print takes along as they are.

use super::{said, squeeze};
use medborgardialoger::{host::print::Sheet, text::publish::Refusal};
use std::{cmp::Reverse, fs, path::Path};

/// A file of the built app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where it lies below the site's folder.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// All of them, the largest first: it takes the longest. What an earlier print left in the folder is none of them.
pub fn all(site: &Path) -> Result<Vec<Asset>, Refusal> {
    let mut found = Vec::new();
    walk(site, "", &mut found)?;
    found.sort_by_key(|asset| (Reverse(asset.bytes), asset.path.clone()));
    Ok(found)
}

fn walk(folder: &Path, below: &str, found: &mut Vec<Asset>) -> Result<(), Refusal> {
    for entry in fs::read_dir(folder).map_err(said(folder))? {
        let entry = entry.map_err(said(folder))?;
        let file = entry.path();
        // Follows links, so that what is linked becomes a file of the site.
        let kind = fs::metadata(&file).map_err(said(&file))?;
        let name = entry.file_name().into_string().map_err(|_| Refusal::Name(file.display().to_string()))?;
        let path = format!("{below}{name}");
        if kind.is_dir() {
            let inside = format!("{path}/");
            if !Sheet::is_printed(&inside) {
                walk(&file, &inside, found)?;
            }
        } else if !kind.is_file() {
            // A pipe would never come to its end.
            return Err(Refusal::Special(file.display().to_string()));
        } else if !Sheet::is_printed(&path) && !is_twin(folder, &name) {
            found.push(Asset { path, bytes: kind.len() });
        }
    }
    Ok(())
}

/// Whether it will be made anew: a twin whose original is there too.
fn is_twin(folder: &Path, name: &str) -> bool {
    let original = squeeze::original(name);
    original != name && folder.join(original).exists()
}
