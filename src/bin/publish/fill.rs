//! Writes a whole site into a folder, on all cores.

use super::{asset::Asset, said, squeeze};
use medborgardialoger::{
    host::print::{Press, Sheet},
    text::publish::Refusal,
};
use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// Brotli's quality for what the app is made of: compressed once, kept while it is the same.
const ASSETS: u32 = 11;

/// And for prints, which are compressed each time: 11 would take ten times as long for 4 % less.
const PRINTS: u32 = 9;

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
    /// Writes everything below `folder`, and answers how many files that were. `old` are the folders where an asset
    /// (the first) and perhaps its twin lie already.
    pub fn fill(&self, folder: &Path, old: &[&Path; 2]) -> Result<usize, Refusal> {
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
                let lost = || Refusal::File(folder.display().to_string(), "avbröts".to_owned());
                Ok(sum + other.join().map_err(|_| lost())??)
            })
        })
    }

    fn write(&self, i: usize, folder: &Path, old: &[&Path; 2]) -> Result<usize, Refusal> {
        match (self.assets.get(i), self.sheets.get(i.saturating_sub(self.assets.len()))) {
            (Some(asset), _) => {
                let source = old[0].join(&asset.path);
                let content = fs::read(&source).map_err(said(&source))?;
                let twin = |twin: &str| old.iter().find_map(|o| kept(&o.join(twin), &content));
                self.save(folder, &asset.path, &content, ASSETS, twin)
            }
            (None, Some(sheet)) => {
                let path = sheet.path(self.press.links);
                self.save(folder, &path, &sheet.print(&self.press), PRINTS, |_| None)
            }
            (None, None) => Ok(0),
        }
    }

    /// Writes a file and its twins; `kept` may know the twin by brotli already.
    fn save(
        &self,
        folder: &Path,
        path: &str,
        content: &[u8],
        quality: u32,
        kept: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> Result<usize, Refusal> {
        let put = |path: &str, content: &[u8]| {
            let file = folder.join(path);
            if let Some(inside) = file.parent() {
                fs::create_dir_all(inside).map_err(said(inside))?;
            }
            fs::write(&file, content).map_err(said(&file))
        };
        put(path, content)?;
        if self.plain || !squeeze::is_text(path) {
            return Ok(1);
        }
        let name = format!("{path}.br");
        let twin = kept(&name).map_or_else(|| squeeze::brotli(content, quality), Ok);
        put(&name, &twin.map_err(said(&folder.join(&name)))?)?;
        let name = format!("{path}.gz");
        put(&name, &squeeze::gzip(content).map_err(said(&folder.join(&name)))?)?;
        Ok(3)
    }
}

/// A twin that lies there already, if it is this content's: the wasm takes a second, and seldom changes.
fn kept(twin: &Path, content: &[u8]) -> Option<Vec<u8>> {
    fs::read(twin).ok().filter(|twin| squeeze::is_brotli_of(twin, content))
}
