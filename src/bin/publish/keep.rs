//! What the old site's pages still name: whoever got one of them just before the exchange asks for these files just after.

use super::{element, hashed::is_hashed, said, squeeze};
use medborgardialoger::{domain::when::Instant, text::publish::Refusal};
use std::{
    fs::{self, File},
    io,
    path::Path,
    time::{Duration, SystemTime},
};

/// How long files are kept after the last page that names them: as long as a tab stays open.
const KEPT: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Copies from the old site into the new one what has a hash in its name and is not of the new one, with its twins
/// unless `plain`; how many files that were. The time of such a file says when a site came that does not name it.
pub fn keep(old: &Path, new: &Path, now: Instant, plain: bool) -> Result<usize, Refusal> {
    let Ok(page) = fs::read_to_string(old.join("index.html")) else { return Ok(0) };
    let page = page + &element::naming(old);
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(now.timestamp().unsigned_abs());
    let mut files = 0;
    let mut lacking = Vec::new();
    for entry in fs::read_dir(old).map_err(said(old))? {
        let entry = entry.map_err(said(old))?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let original = squeeze::original(&name);
        // Twins are judged with what they are twins of, before any is copied.
        if is_hashed(original)
            && !(plain && original != name)
            && !new.join(original).exists()
            && old.join(original).exists()
        {
            lacking.push(name);
        }
    }
    for name in lacking {
        let original = squeeze::original(&name);
        let time = if page.contains(original) {
            now
        } else {
            modified(&old.join(original)).map_err(said(&old.join(original)))?
        };
        if now.duration_since(time).is_ok_and(|age| age > KEPT) {
            continue;
        }
        let from = old.join(&name);
        copy(&from, &new.join(&name), time).map_err(said(&from))?;
        files += 1;
    }
    Ok(files)
}

fn modified(file: &Path) -> io::Result<SystemTime> {
    fs::metadata(file)?.modified()
}

/// Copies contents and not who may read them.
fn copy(from: &Path, to: &Path, time: SystemTime) -> io::Result<()> {
    fs::write(to, fs::read(from)?)?;
    File::options().write(true).open(to)?.set_modified(time)
}
