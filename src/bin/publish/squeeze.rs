//! Compressed twins of files, which servers send as they lie there.

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use std::io::{self, Read, Write};

/// What is worth compressing, by the ends of names; pictures and fonts are so already.
const TEXTS: [&str; 11] =
    ["html", "css", "js", "json", "svg", "ics", "xml", "txt", "webmanifest", "wasm", "map"];

/// Whether a file gets twins.
pub fn is_text(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| TEXTS.contains(&end))
}

/// The file that a twin is of; any other file is its own.
pub fn original(path: &str) -> &str {
    let of = |end| path.strip_suffix(end).filter(|path| is_text(path));
    of(".br").or_else(|| of(".gz")).unwrap_or(path)
}

/// Brotli; quality 11 is the smallest and slowest. (5 to 9 are slower than 10 for small files: the library clears 32 MB
/// for each.)
pub fn brotli(content: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let size_hint = content.len();
    let params = BrotliEncoderParams { quality, lgwin: window(size_hint), size_hint, ..Default::default() };
    let mut twin = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut twin, &params)?;
    Ok(twin)
}

/// The window, as a power of two: no larger than the content, since it is memory to be cleared, and none that a
/// browser need not take (RFC 7932).
fn window(bytes: usize) -> i32 {
    let power = usize::BITS - bytes.leading_zeros() + 1;
    i32::try_from(power).unwrap_or(i32::MAX).clamp(10, 22)
}

/// Whether a twin by brotli is that of this very content.
pub fn is_brotli_of(twin: &[u8], content: &[u8]) -> bool {
    let mut decoded = Vec::with_capacity(content.len());
    // One byte more than there should be is enough to see that it is another's.
    let most = u64::try_from(content.len()).unwrap_or(u64::MAX).saturating_add(1);
    let read = brotli::Decompressor::new(twin, 4096).take(most).read_to_end(&mut decoded);
    read.is_ok() && decoded == content
}

/// Gzip, with no time in its header.
pub fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}
