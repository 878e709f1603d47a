//! The built site printed from another feed, by the publisher itself.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use tokio::process::Command;

use crate::folder;
use crate::server::Server;

/// The name of what is printed for this server: no other of this run has its port.
pub fn name(server: &Server) -> String {
    server.origin().rsplit(':').next().unwrap_or_default().to_owned()
}

/// The publisher, with what it is told, to its end. Waited for aside: all servers of this run answer on this very thread.
pub async fn publish(tell: impl FnOnce(&mut Command) -> &mut Command) -> Result<()> {
    let publisher = folder("..")?.join("publisher/publish");
    let mut command = Command::new(&publisher);
    let said = tell(&mut command).kill_on_drop(true).output().await;
    let said = said.with_context(|| publisher.display().to_string())?;
    ensure!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    Ok(())
}

/// The site in dist, printed from a feed, for this server alone. It answers with it from now on.
pub async fn site(server: &Server, feed: &str) -> Result<()> {
    site_at(server, feed, None).await
}

/// The same as of a time.
pub async fn site_at(server: &Server, feed: &str, now: Option<&str>) -> Result<()> {
    let name = name(server);
    let out = folder("printed")?.join(&name);
    let file = folder("printed")?.join(format!("{name}.json"));
    if out.exists() {
        // The publisher touches no folder that it does not know.
        fs::remove_dir_all(&out)?;
    }
    fs::write(&file, feed)?;
    let dist = folder("..")?.join("../dist");
    publish(|command| {
        command
            .arg("--site")
            .arg(dist)
            .arg("--feed")
            .arg(&file)
            .arg("--out")
            .arg(&out)
            .args(["--origin", &server.origin(), "--plain"])
            .args(now.map_or(vec![], |now| vec!["--now", now]))
    })
    .await?;
    server.over(&name);
    Ok(())
}

/// Gives all pages of the site that was just printed for this server a script that comes before all of their own.
pub fn begin_with(server: &Server, script: &str) -> Result<()> {
    let name = name(server);
    let out = folder("printed")?.join(name);
    fs::write(out.join("first.js"), script)?;
    let mut folders = vec![out.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            // The worker checks its shell by its hash.
            } else if path.extension().is_some_and(|end| end == "html") && path != out.join("shell.html") {
                let html = fs::read_to_string(&path)?;
                fs::write(&path, html.replacen("<head>", "<head><script src=\"/first.js\"></script>", 1))?;
            }
        }
    }
    Ok(())
}

/// The site in dist as it was before it was printed: a page that is empty without its app.
pub fn unprinted(server: &Server) -> Result<()> {
    let name = name(server);
    let name = format!("{name}-not");
    let out = folder("printed")?.join(&name);
    fs::create_dir_all(&out)?;
    for file in fs::read_dir(folder("..")?.join("../dist"))? {
        let file = file?;
        // The printed page has packed ones beside it, which nginx would send.
        let printed = file.file_name().to_string_lossy().contains(".html");
        if file.path().is_file() && (!printed || file.file_name() == "index.html") {
            fs::copy(file.path(), out.join(file.file_name()))?;
        }
    }
    let html = fs::read_to_string(out.join("index.html"))?;
    let (before, rest) = html.split_once("<!-- print:app -->").context("no mark")?;
    let (_, after) = rest.split_once("<!-- /print:app -->").context("no mark")?;
    let shell = "<div id=\"app\"></div>";
    fs::write(out.join("index.html"), [before, shell, after].concat())?;
    server.over(&name);
    Ok(())
}
