//! What a phone need not carry of a script or a style: comments on lines of their own, and indentation. 2.1 KB of a first
//! visit, and as much of what an embed adds (brotli 11). Trunk's own styles have their names already.
//!
//! No more than that, and no line fewer: what stands in a browser's tools is what stands in the source, at its place.

/// The text without them. Done twice it is the same.
pub fn lean(text: &str) -> String {
    let mut within = false;
    let lines = text.split('\n').map(|line| {
        let mut line = line.trim_start();
        loop {
            if within {
                let Some((_, rest)) = line.split_once("*/") else { return "" };
                (within, line) = (false, rest.trim_start());
            } else if line.starts_with("//") {
                return "";
            } else if let Some(comment) = line.strip_prefix("/*") {
                (within, line) = (true, comment);
            } else {
                return line;
            }
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}
