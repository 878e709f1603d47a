//! What a screen reader is given of a page: Chromium's own accessibility tree as indented lines, like
//! `- link "Ny park vid Provby strand"`. What is ignored there is left out here.

use std::collections::HashMap;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::Browser;

/// Boxes and stresses of which nobody is told; what stands in them counts.
const UNSAID: [&str; 13] = [
    "none",
    "generic",
    "InlineTextBox",
    "ListMarker",
    "LabelText",
    "time",
    "strong",
    "emphasis",
    "MenuListPopup",
    "LayoutTable",
    "paragraph-line",
    "Details",
    "LineBreak",
];
/// Attributes that are told, and that stand in no property of the tree.
const TOLD: [&str; 3] = ["lang", "aria-current", "aria-live"];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    node_id: String,
    ignored: bool,
    role: Option<Told>,
    name: Option<Told>,
    description: Option<Told>,
    value: Option<Told>,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
    #[serde(rename = "backendDOMNodeId")]
    element: Option<i64>,
}

#[derive(Deserialize)]
struct Told {
    #[serde(default)]
    value: Value,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: Told,
}

/// A line and what is under it; a text has no role.
#[derive(Debug)]
struct Line {
    role: String,
    name: String,
    states: Vec<String>,
    under: Vec<Line>,
}

/// The tree of the page as it stands, without the port of the server.
pub async fn read(browser: &Browser) -> Result<String> {
    let cdp = browser.driver.cdp();
    let tree = cdp.send_raw("Accessibility.getFullAXTree", json!({})).await?;
    let nodes: Vec<Node> = serde_json::from_value(tree["nodes"].clone()).context("another kind of tree")?;
    let document = cdp.send_raw("DOM.getDocument", json!({ "depth": -1, "pierce": true })).await?;
    let mut told = HashMap::new();
    attributes(&document["root"], &mut told);
    let root = nodes.first().context("an empty tree")?;
    let tree = Tree { nodes: nodes.iter().map(|node| (node.node_id.as_str(), node)).collect(), told };
    let mut lines = Vec::new();
    tree.add(root, &mut lines);
    let mut text = String::new();
    for line in &lines {
        line.print(0, &mut text);
    }
    Ok(without_port(&text))
}

/// The told attributes of each element that has some.
fn attributes(node: &Value, told: &mut HashMap<i64, Vec<String>>) {
    let pairs: Vec<&str> =
        node["attributes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let own = pairs.chunks_exact(2).filter_map(|pair| match pair {
        [name, value] if TOLD.contains(name) => Some(format!("{}={value}", name.trim_start_matches("aria-"))),
        _ => None,
    });
    let own: Vec<String> = own.collect();
    if let Some(element) = node["backendNodeId"].as_i64().filter(|_| !own.is_empty()) {
        told.insert(element, own);
    }
    for part in ["children", "shadowRoots"] {
        node[part].as_array().into_iter().flatten().for_each(|child| attributes(child, told));
    }
}

struct Tree<'a> {
    nodes: HashMap<&'a str, &'a Node>,
    told: HashMap<i64, Vec<String>>,
}

impl Tree<'_> {
    fn add(&self, node: &Node, lines: &mut Vec<Line>) {
        let role = node.role.as_ref().map(Told::text).unwrap_or_default();
        let name = node.name.as_ref().map(Told::text).unwrap_or_default();
        let mut states =
            node.element.and_then(|element| self.told.get(&element)).cloned().unwrap_or_default();
        if role == "StaticText" {
            return say(&name, lines);
        }
        let unsaid = node.ignored || UNSAID.contains(&role.as_str());
        let mut under = Vec::new();
        // The parts of a date's field are the browser's own, and each version has others.
        let parts = node.child_ids.iter().filter(|_| role != "Date");
        for child in parts.filter_map(|id| self.nodes.get(id.as_str())) {
            self.add(child, &mut under);
        }
        // Whose language is another is told, whatever it is.
        let stays = !unsaid || (!under.is_empty() && states.iter().any(|state| state.starts_with("lang=")));
        if !stays {
            for line in under {
                if line.role.is_empty() { say(&line.name, lines) } else { lines.push(line) }
            }
            return;
        }
        let (role, name) = if unsaid { ("text".to_owned(), String::new()) } else { (spoken(role), name) };
        states.extend(node.states());
        if role == "list" {
            states
                .insert(0, format!("{} items", under.iter().filter(|line| line.role == "listitem").count()));
        }
        lines.push(Line { role, name, states, under });
    }
}

impl Told {
    /// As one line.
    fn text(&self) -> String {
        let text = self.value.as_str().map_or_else(|| self.value.to_string(), str::to_owned);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl Node {
    /// What is told of it besides its name.
    fn states(&self) -> Vec<String> {
        let mut states = Vec::new();
        for property in &self.properties {
            let value = property.value.text();
            match (property.name.as_str(), value.as_str()) {
                ("level" | "expanded" | "checked" | "pressed" | "hasPopup", _)
                | ("live" | "roledescription", _) => states.push(format!("{}={value}", property.name)),
                ("selected" | "disabled" | "required" | "readonly" | "busy" | "modal", "true") => {
                    states.push(property.name.clone());
                }
                ("invalid", wrong) if wrong != "false" => states.push(format!("invalid={wrong}")),
                _ => {}
            }
        }
        let said = |what: &str, told: &Option<Told>| {
            let text = told.as_ref().map(Told::text).filter(|text| !text.is_empty());
            text.map(|text| format!("{what}={text:?}"))
        };
        states.extend(said("value", &self.value));
        states.extend(said("description", &self.description));
        states
    }
}

/// Text goes on where text stands.
fn say(words: &str, lines: &mut Vec<Line>) {
    match lines.last_mut().filter(|line| line.role.is_empty()) {
        Some(line) => line.name = format!("{} {words}", line.name),
        None => lines.push(Line {
            role: String::new(),
            name: words.to_owned(),
            states: Vec::new(),
            under: Vec::new(),
        }),
    }
}

/// Chromium's own words for some roles, as others have them.
fn spoken(role: String) -> String {
    match role.as_str() {
        "RootWebArea" => "document".to_owned(),
        "DisclosureTriangle" => "disclosure".to_owned(),
        "DescriptionList" => "definition list".to_owned(),
        _ => role,
    }
}

impl Line {
    fn print(&self, depth: usize, text: &mut String) {
        text.extend(std::iter::repeat_n("  ", depth));
        text.push_str("- ");
        if self.role.is_empty() {
            text.extend(["text: ", &self.name, "\n"]);
            return;
        }
        text.push_str(&self.role);
        if !self.name.is_empty() {
            text.push_str(&format!(" {:?}", self.name));
        }
        if !self.states.is_empty() {
            text.push_str(&format!(" [{}]", self.states.join(", ")));
        }
        match self.under.as_slice() {
            // Its name says it already.
            [only] if only.role.is_empty() && only.name == self.name => text.push('\n'),
            [only] if only.role.is_empty() => text.extend([": ", &only.name, "\n"]),
            under => {
                text.push('\n');
                for line in under {
                    line.print(depth + 1, text);
                }
            }
        }
    }
}

/// Each server has a port of its own.
fn without_port(text: &str) -> String {
    let mut parts = text.split("127.0.0.1:");
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        all.extend(["127.0.0.1", part.trim_start_matches(|c: char| c.is_ascii_digit())]);
    }
    all
}
