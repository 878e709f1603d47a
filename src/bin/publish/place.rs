//! Where the site is put: a folder that is exchanged for a new one in a single step of the file system.
//!
//! All is written into a hidden folder beside it, and handed to the disk; then the two change names
//! (renameat2(2), RENAME_EXCHANGE; renamex_np, RENAME_SWAP on macOS). So a reader meets the old site or the new one, and
//! whatever ends the publisher, at whatever moment, leaves one of them whole. What a dead publisher left beside is
//! removed by the next; what can't be removed, such as files of another user, is told and stays, and a name beside it
//! is taken. Where the file system can't exchange (some network file systems), the old folder steps aside
//! and the new one takes its name: for a moment there is no site, and a publisher that dies right then leaves it to
//! the next to put the old one back.

use super::{disk, said, stranger, warn};
use medborgardialoger::{
    host::print::Template,
    text::publish::{Refusal, left, not_at_once, not_locked, waiting},
};
use rustix::{
    fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with},
    io::Errno,
};
use std::{
    fs::{self, File},
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// How many folders that can't be removed may lie beside the site.
const LEFT: usize = 9;

/// The place of the site, held against other publishers until this is dropped.
#[derive(Debug)]
pub struct Place {
    /// The folder to replace, links followed. It need not be there yet.
    pub out: PathBuf,
    /// The folder it lies in. Held open, for the lock on it ends with it: a lock on `out` would be exchanged too.
    parent: File,
    /// Beside it: where the new site is written, and where the old one is afterwards. The first that is free counts.
    new: Vec<PathBuf>,
    /// Beside it: where the old site stands aside if they can't be exchanged.
    old: PathBuf,
}

impl Place {
    /// Waits for its turn, tidies up after a publisher that died, and sees that nothing but a site is replaced.
    pub fn take(site: &Path, out: &Path) -> Result<Self, Refusal> {
        let out = resolved(out)?;
        let (Some(folder), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(Refusal::Out(out.display().to_string()));
        };
        let parent = File::open(folder).map_err(said(folder))?;
        lock(&parent, &out)?;
        let beside = |what: &str| folder.join(format!(".{}.{what}", name.to_string_lossy()));
        let numbered = (2..=LEFT).map(|i| beside(&format!("print-new-{i}")));
        let new = [beside("print-new")].into_iter().chain(numbered).collect();
        let place = Self { new, old: beside("print-old"), parent, out: out.clone() };
        place.restore()?;
        place.tidy();
        if !is_free(&out)? {
            return Err(Refusal::Out(out.display().to_string()));
        }
        let site = fs::canonicalize(site).map_err(|_| Refusal::Site(site.display().to_string()))?;
        if site != out && (site.starts_with(&out) || out.starts_with(&site)) {
            return Err(Refusal::Nested(site.display().to_string(), out.display().to_string()));
        }
        match stranger::first(&site, &out)? {
            Some(name) => Err(Refusal::Stranger(out.join(name).display().to_string())),
            None => Ok(place),
        }
    }

    /// The folder to write the new site into, open to the same readers as the old one.
    pub fn folder(&self) -> Result<PathBuf, Refusal> {
        let free = self.new.iter().find(|new| fs::symlink_metadata(new).is_err());
        let Some(new) = free else {
            let all = self.new.first().unwrap_or(&self.out);
            return Err(Refusal::Left(all.display().to_string()));
        };
        fs::create_dir(new).map_err(said(new))?;
        if let Ok(old) = fs::metadata(&self.out) {
            fs::set_permissions(new, old.permissions()).map_err(said(new))?;
        }
        Ok(new.clone())
    }

    /// Puts the new site in the old one's place. From then on nothing is an error any more.
    pub fn exchange(self, new: &Path) -> Result<(), Refusal> {
        // The files must be on the disk before their names are, or a power cut would leave empty ones.
        disk::flush(&self.parent).map_err(said(&self.out))?;
        if self.out.exists() {
            match renameat_with(CWD, new, CWD, &self.out, RenameFlags::EXCHANGE) {
                Ok(()) => {}
                Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => self.step_aside(new)?,
                Err(Errno::BUSY) => return Err(Refusal::Mounted(self.out.display().to_string())),
                Err(error) => return Err(said(&self.out)(error.into())),
            }
        } else {
            fs::rename(new, &self.out).map_err(said(&self.out))?;
        }
        // Some systems can't sync a folder; the next `sync` of the system does.
        let _ = self.parent.sync_all();
        for folder in self.tidy() {
            warn(&left(&folder.display().to_string()));
        }
        Ok(())
    }

    /// Puts the new site in place where the file system can't exchange folders.
    pub fn step_aside(&self, new: &Path) -> Result<(), Refusal> {
        if fs::symlink_metadata(&self.old).is_ok() {
            return Err(Refusal::Left(self.old.display().to_string()));
        }
        warn(&not_at_once(&self.out.display().to_string()));
        fs::rename(&self.out, &self.old).map_err(said(&self.out))?;
        fs::rename(new, &self.out).map_err(said(&self.out))
    }

    /// Puts back an old site that stood aside and that nothing has taken the place of.
    fn restore(&self) -> Result<(), Refusal> {
        match !self.out.exists() && self.old.exists() {
            true => fs::rename(&self.old, &self.out).map_err(said(&self.old)),
            false => Ok(()),
        }
    }

    /// Removes what lies beside; what it can't remove.
    fn tidy(&self) -> Vec<&Path> {
        let beside = self.new.iter().chain([&self.old]).map(PathBuf::as_path);
        let stays = |folder: &&Path| match fs::remove_dir_all(folder) {
            Err(error) => error.kind() != ErrorKind::NotFound,
            Ok(()) => false,
        };
        beside.filter(stays).collect()
    }
}

impl Drop for Place {
    /// A refusal leaves nothing behind either.
    fn drop(&mut self) {
        if self.restore().is_ok() {
            self.tidy();
        }
    }
}

/// The folder that is meant, links followed; one that is not there yet, in its folder that is.
fn resolved(out: &Path) -> Result<PathBuf, Refusal> {
    if fs::symlink_metadata(out).is_ok() {
        return fs::canonicalize(out).map_err(said(out));
    }
    let name = out.file_name().ok_or_else(|| Refusal::Out(out.display().to_string()))?;
    let parent = out.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::canonicalize(parent).map(|parent| parent.join(name)).map_err(said(parent))
}

/// Whether the folder may be replaced: not there, empty, or a site of this app's.
fn is_free(out: &Path) -> Result<bool, Refusal> {
    match fs::read_dir(out) {
        Ok(mut entries) => {
            if entries.next().is_none() {
                return Ok(true);
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(said(out)(error)),
    }
    let index = fs::read_to_string(out.join("index.html")).unwrap_or_default();
    Ok(Template::read(&index).is_some())
}

/// Waits until no other publisher works beside `out`. Some network file systems can't lock a folder.
fn lock(parent: &File, out: &Path) -> Result<(), Refusal> {
    let out = out.display().to_string();
    let locked = match flock(parent, FlockOperation::NonBlockingLockExclusive) {
        Err(Errno::WOULDBLOCK) => {
            warn(&waiting(&out));
            flock(parent, FlockOperation::LockExclusive)
        }
        other => other,
    };
    match locked {
        Err(Errno::BADF | Errno::NOLCK | Errno::NOTSUP | Errno::NOSYS | Errno::INVAL) => {
            warn(&not_locked(&out));
            Ok(())
        }
        other => other.map_err(|error| said(Path::new(&out))(error.into())),
    }
}
