//! Writes a whole site into a folder, on all cores.

use super::{asset::Asset, said, squeeze};
use medborgardialoger::{
    host::print::{Press, Sheet},
    text::publish::Refusal,
};
use std::{
    fs::{self, File},
    io::{self, ErrorKind},
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Duration,
};

/// Brotli's quality for what the app is made of: compressed once, kept while it is the same.
const ASSETS: i32 = 11;

/// And for prints: 200 dialogues take 1.3 s of processor time with 10, 2.6 with 11 (2 % smaller), 0.2 with 4 (15 %
/// larger). Those that are as they were are kept too.
const PRINTS: i32 = 10;

/// And for calendar files and QR codes, of which there are most and which are read least.
const SMALL: i32 = 4;

/// Where files lie already.
pub struct Old<'a> {
    /// The built site.
    pub site: &'a Path,
    /// The site to be replaced.
    pub out: &'a Path,
}

impl Old<'_> {
    /// A twin by brotli that is this content's: the wasm takes a second, and seldom changes.
    fn twin(&self, name: &str, content: &[u8]) -> Option<Vec<u8>> {
        let twins = [self.site, self.out].into_iter().filter_map(|folder| fs::read(folder.join(name)).ok());
        twins.into_iter().find(|twin| squeeze::is_brotli_of(twin, content))
    }

    /// Gives a written file the time of the one that it replaces, if they are the same, and at least a second more if
    /// not: servers make an ETag of time, in seconds, and size.
    fn date(&self, path: &str, file: &Path, content: &[u8]) -> io::Result<()> {
        let old = self.out.join(path);
        let Ok(before) = fs::metadata(&old).and_then(|old| old.modified()) else { return Ok(()) };
        let same = fs::read(&old).is_ok_and(|old| old == content);
        let later = before + Duration::from_secs(1);
        let time = if same { before } else { fs::metadata(file)?.modified()?.max(later) };
        File::options().write(true).open(file)?.set_modified(time)
    }
}

/// All that one print writes.
pub struct Works<'a> {
    /// What the sheets are printed with.
    pub press: Press<'a>,
    /// The prints.
    pub sheets: Vec<Sheet>,
    /// The files of the app.
    pub assets: Vec<Asset>,
    /// Without compressed twins.
    pub plain: bool,
}

impl Works<'_> {
    /// Writes everything below `folder`, and answers how many files that were.
    pub fn fill(&self, folder: &Path, old: &Old) -> Result<usize, Refusal> {
        let next = AtomicUsize::new(0);
        let all = self.assets.len() + self.sheets.len();
        // Each takes the next one, so that a slow one holds up nobody.
        let work = || -> Result<usize, Refusal> {
            let mut files = 0;
            loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                if i >= all {
                    return Ok(files);
                }
                files += self.write(i, folder, old)?;
            }
        };
        let hands = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| {
            let others: Vec<_> = (1..hands).map(|_| scope.spawn(work)).collect();
            let own = work();
            others.into_iter().try_fold(own?, |sum, other| {
                let lost = || Refusal::Broken(folder.display().to_string());
                Ok(sum + other.join().map_err(|_| lost())??)
            })
        })
    }

    fn write(&self, i: usize, folder: &Path, old: &Old) -> Result<usize, Refusal> {
        match (self.assets.get(i), self.sheets.get(i.saturating_sub(self.assets.len()))) {
            (Some(asset), _) => self.save(folder, &asset.path, &asset.content(old.site)?, ASSETS, old),
            (None, Some(sheet)) => {
                let path = sheet.path(self.press.links);
                let quality = match sheet {
                    Sheet::Meeting(..) | Sheet::Qr(..) => SMALL,
                    _ => PRINTS,
                };
                self.save(folder, &path, &sheet.print(&self.press), quality, old)
            }
            (None, None) => Ok(0),
        }
    }

    /// Writes a file and its twins.
    fn save(
        &self,
        folder: &Path,
        path: &str,
        content: &[u8],
        quality: i32,
        old: &Old,
    ) -> Result<usize, Refusal> {
        let put = |path: &str, content: &[u8]| {
            let file = folder.join(path);
            // Most folders are there already, and asking first costs as much as writing.
            let written = fs::write(&file, content).or_else(|error| match (error.kind(), file.parent()) {
                (ErrorKind::NotFound, Some(inside)) => {
                    fs::create_dir_all(inside)?;
                    fs::write(&file, content)
                }
                _ => Err(error),
            });
            written.and_then(|()| old.date(path, &file, content)).map_err(said(&file))
        };
        put(path, content)?;
        if self.plain || !squeeze::is_text(path) {
            return Ok(1);
        }
        let name = format!("{path}.br");
        let twin = old.twin(&name, content).map_or_else(|| squeeze::brotli(content, quality), Ok);
        put(&name, &twin.map_err(said(&folder.join(&name)))?)?;
        let name = format!("{path}.gz");
        put(&name, &squeeze::gzip(content).map_err(said(&folder.join(&name)))?)?;
        Ok(3)
    }
}
