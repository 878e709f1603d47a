//! The publisher's door: prints a built site from a feed.
#![expect(clippy::print_stderr, reason = "it answers on a terminal")]

use medborgardialoger::{
    domain::{
        feed,
        route::Links,
        when::{Instant, instant},
    },
    host::print::{Press, Sheet, Template},
};
use std::{collections::BTreeMap, env, fs, io, path::Path, process::ExitCode, sync::Arc, time::SystemTime};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("publish: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let words: Vec<String> = env::args().skip(1).collect();
    let options: BTreeMap<&str, &str> = words
        .chunks(2)
        .filter_map(|pair| match pair {
            [name, value] => Some((name.as_str(), value.as_str())),
            _ => None,
        })
        .collect();
    let get = |name: &str| options.get(name).copied().ok_or_else(|| format!("{name} saknas"));
    let (site, file, out) = (Path::new(get("--site")?), get("--feed")?, Path::new(get("--out")?));
    let said = |what: &Path| {
        let what = what.display().to_string();
        move |e: io::Error| format!("{what}: {e}")
    };
    let index = fs::read_to_string(site.join("index.html")).map_err(said(site))?;
    let template = Template::read(&index).ok_or("index.html är ingen mall")?;
    let bytes = fs::read(file).map_err(said(Path::new(file)))?;
    let feed = Arc::new(feed::parse(&bytes).map_err(|e| format!("{e:?}"))?);
    let now = match options.get("--now") {
        Some(now) => instant(now).ok_or("--now")?,
        None => now(),
    };
    let origin = match (options.get("--origin"), &feed.url) {
        (Some(origin), _) => (*origin).to_owned(),
        (None, Some(url)) => format!("https://{}", url.host().unwrap_or_default()),
        (None, None) => return Err("--origin saknas".to_owned()),
    };
    let links = Links::new(&origin, template.base());
    let press = Press { template, feed: &feed, bytes: &bytes, links: &links, now };
    if site != out {
        fs::create_dir_all(out).map_err(said(out))?;
        for entry in fs::read_dir(site).map_err(said(site))? {
            let entry = entry.map_err(said(site))?;
            if entry.path().is_file() {
                fs::copy(entry.path(), out.join(entry.file_name())).map_err(said(&entry.path()))?;
            }
        }
    }
    for sheet in Sheet::all(&feed) {
        let path = out.join(sheet.path(&links));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(said(folder))?;
        }
        fs::write(&path, sheet.print(&press)).map_err(said(&path))?;
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a door may ask the clock")]
fn now() -> Instant {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()
        .and_then(|t| Instant::from_timestamp(t.as_secs().try_into().ok()?, 0))
        .unwrap_or_default()
}
