//! What other pages load of the site: `embed.js`, whose name never changes, and the files of one version that it leads to;
//! the scripts of frames, and the page that tells editors how to use them.
//!
//! The worker keeps none of them: it has no say in another's page, and the app itself needs none.

use super::{
    asset::Asset,
    lean::lean,
    version::{Version, Worker, is_named, short},
};
use medborgardialoger::{
    host::print::{Press, editor},
    text::publish::Refusal,
};
use std::path::Path;

/// The name that pages know.
const EMBED: &str = "embed.js";

/// For the app in a frame: a script for the page around it, and one for the app itself.
const FRAMES: [(&str, &str); 2] = [
    ("frame.js", include_str!("../../embed/frame.js")),
    ("framed.js", include_str!("../../embed/framed.js")),
];

/// What it names beside itself, where that has no hash yet.
const PLAIN: &str = "./element.js";

/// Where the site stands, for a script that does not know where it is from.
const HOME: &str = "\"HOME\"";

const EMBED_JS: &str = include_str!("../../embed/embed.js");
const ELEMENT_JS: &str = include_str!("../../embed/element.js");
const EDITOR_JS: &str = include_str!("../../embed/editor.js");
const STYLE: &str = include_str!("../../../style/embed.css");

/// Styles of the app that the embed has too, in their order.
const STYLES: [&str; 3] = ["tokens", "base", "parts"];

/// Whether a file was made here: an older one may lie in the site's folder.
pub fn is_ours(path: &str) -> bool {
    is_named(path, "element", ".js") || is_named(path, "embed", ".css")
}

/// What a page that got `embed.js` may still ask for: the text of that and of the file that it names.
pub fn naming(site: &Path) -> String {
    let read = |name: &str| std::fs::read_to_string(site.join(name)).unwrap_or_default();
    let embed = read(EMBED);
    let element = embed.split('"').find_map(|word| word.strip_prefix("./")).map(read).unwrap_or_default();
    embed + &element
}

/// The files. None where the site has no app.
pub fn assets(site: &Path, version: &Version, press: &Press) -> Result<Vec<Asset>, Refusal> {
    let named = |attribute: &str| {
        let (_, rest) = version.index.split_once(&format!(" {attribute}=\""))?;
        rest.split_once('"').map(|(name, _)| name)
    };
    let (Some(js), Some(wasm)) = (named("data-js"), named("data-wasm")) else { return Ok(Vec::new()) };
    // JSON, in single quotes.
    let words = version.index.split_once(" data-words='").and_then(|(_, rest)| rest.split_once('\''));
    let words = words.map_or("{}", |(words, _)| words);
    let aloud = version.assets.iter().find(|asset| is_named(&asset.path, "aloud", ".js"));
    let aloud = aloud.map_or("", |asset| &asset.path);
    let style = style(site, version)?;
    let style = Asset::made(&format!("embed-{}.css", short(style.as_bytes())), style.into_bytes());
    let keeps = version.worker == Worker::Keeps;
    let names = format!(
        "const NAMES = {{ js: \"{js}\", wasm: \"{wasm}\", words: {words}, style: \"{}\", aloud: \"{aloud}\", keeps: {keeps} }};\n",
        style.path
    );
    let element = lean(&[&names, ELEMENT_JS].concat());
    let element = Asset::made(&format!("element-{}.js", short(element.as_bytes())), element.into_bytes());
    let home = press.links.full(press.links.base());
    let embed = EMBED_JS.replace(PLAIN, &format!("./{}", element.path)).replace(HOME, &format!("\"{home}\""));
    let named = [(EMBED, embed.as_str())].into_iter().chain(FRAMES);
    let named = named.map(|(name, text)| Asset::made(name, text.as_bytes().to_vec()));
    let page = editor::editor(press);
    let editors = [("index.html", page.as_str()), ("editor.css", editor::STYLE), ("editor.js", EDITOR_JS)];
    let editors = editors
        .map(|(name, text)| Asset::made(&format!("{}/{name}", editor::FOLDER), text.as_bytes().to_vec()));
    Ok([style, element].into_iter().chain(named).chain(editors).collect())
}

fn style(site: &Path, version: &Version) -> Result<String, Refusal> {
    let mut style = String::new();
    for stem in STYLES {
        let named = |path: &str| {
            path.starts_with(&format!("{stem}-"))
                && path.ends_with(".css")
                && version.index.contains(&format!("/{path}\""))
        };
        let Some(asset) = version.assets.iter().find(|asset| named(&asset.path)) else { continue };
        let text = String::from_utf8_lossy(&asset.content(site)?).into_owned();
        style += &if stem == "tokens" { tokens(&text) } else { text };
    }
    Ok(lean(&(style + STYLE)))
}

/// style/tokens.css for an embed. Its selector is a node within the shadow tree, out of a page's reach; dark is what
/// element.js says; and each value can be given from outside.
fn tokens(text: &str) -> String {
    let (mut dark, mut contrast) = (false, false);
    let mut tokens = String::with_capacity(2 * text.len());
    for line in text.lines() {
        let declared = line.trim_start().strip_prefix("--").and_then(|rest| rest.strip_suffix(';'));
        let line = match declared.and_then(|rest| rest.split_once(':')) {
            Some((name, value)) => format!("--{name}: var(--medborgardialoger-{name}, {});", value.trim()),
            None if line.contains("(prefers-color-scheme: dark)") => {
                dark = true;
                line.replace("(prefers-color-scheme: dark)", "all")
            }
            None if dark && line.contains(":root, :host") => {
                dark = false;
                line.replace(":root, :host", ".embed[data-dark]")
            }
            None => {
                contrast |= line.contains("(prefers-contrast: more)");
                line.replace(":root, :host", if contrast { ".embed, .embed[data-dark]" } else { ".embed" })
            }
        };
        tokens.extend([&line, "\n"]);
    }
    tokens
}
