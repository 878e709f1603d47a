//! Files that carry a hash of their contents in their names, as Trunk and the publisher name them. What has such a name
//! never changes, so servers let browsers keep it for ever (README, the same pattern).

/// The kinds of files that there are of them.
const ENDS: [&str; 8] = ["js", "css", "wasm", "txt", "svg", "png", "webmanifest", "woff2"];

/// Whether a file of the site's root has a hash in its name: `app-0123456789abcdef_bg.wasm`. Trunk writes the hash as a
/// number, so that its first digits are missing where they are 0.
pub fn is_hashed(name: &str) -> bool {
    let Some((stem, end)) = name.rsplit_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    !name.contains('/') && ENDS.contains(&end) && (12..=16).contains(&hash.len()) && hash.bytes().all(digit)
}
