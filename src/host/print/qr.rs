//! A QR code as a picture.

use qrcode::{EcLevel, QrCode, render::svg::Color};
use std::fmt::Write;

/// An address as an SVG for cameras: black on white whatever surrounds it, a module a unit, with the quiet zone of 4
/// modules and error correction M (ISO/IEC 18004). `None` for an address that no code can hold, from 2.3 KB on.
pub fn svg(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(plain(address), EcLevel::M).ok()?;
    Some(code.render::<Color>().module_dimensions(1, 1).quiet_zone(true).build())
}

/// An address in ASCII alone: `å` is `%C3%A5`. Of other letters a code can't say how they are written, and cameras guess.
fn plain(address: &str) -> String {
    let mut plain = String::new();
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            plain.push(char::from(byte));
        } else {
            // Writing to a String never fails.
            let _ = write!(plain, "%{byte:02X}");
        }
    }
    plain
}
