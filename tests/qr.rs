//! QR codes, read by a decoder that shares nothing with what wrote them.
#![cfg(feature = "publish")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

#[path = "util/press.rs"]
mod press;

use medborgardialoger::host::print::qr;
use press::{Bench, ORIGIN};
use rqrr::PreparedImage;
use util::file;

/// The value of the first attribute of this name.
#[track_caller]
fn value<'a>(svg: &'a str, name: &str) -> &'a str {
    let (_, rest) = svg.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name}: {svg}"));
    rest.split('"').next().unwrap()
}

/// Which modules are dark, row by row: the path is rectangles `MX YhWvHHXVY`, one after the other.
#[track_caller]
fn modules(svg: &str) -> Vec<Vec<bool>> {
    let size: usize = value(svg, "width").parse().unwrap();
    let mut rows = vec![vec![false; size]; size];
    for rect in value(svg, "d").split('M').filter(|rect| !rect.is_empty()) {
        let numbers: Vec<usize> =
            rect.split([' ', 'h', 'v', 'H', 'V']).map(|number| number.parse().unwrap()).collect();
        let [left, top, width, height, back_left, back_top] = numbers[..] else { panic!("{rect}") };
        assert_eq!((left, top), (back_left, back_top), "{rect} is no rectangle");
        for row in &mut rows[top..top + height] {
            row[left..left + width].fill(true);
        }
    }
    rows
}

/// What a camera reads at so many pixels a module.
#[track_caller]
fn decoded(svg: &str, pixels: usize) -> String {
    let rows = modules(svg);
    let side = rows.len() * pixels;
    let dark = |x: usize, y: usize| if rows[y / pixels][x / pixels] { 0 } else { 255 };
    let mut picture = PreparedImage::prepare_from_greyscale(side, side, dark);
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1, "codes found");
    let (meta, content) = grids[0].decode().unwrap();
    // Level M is written as 0 (ISO/IEC 18004, table 25).
    assert_eq!(meta.ecc_level, 0, "error correction");
    content
}

#[track_caller]
fn reads(address: &str, content: &str) {
    let svg = qr::svg(address).unwrap();
    for pixels in [3, 8] {
        assert_eq!(decoded(&svg, pixels), content, "{pixels} pixels a module");
    }
}

#[test]
fn a_code_is_read_as_exactly_its_address() {
    for address in [
        "https://a.se/",
        "https://dialog.exempelstad.example/dialog/ny-park/",
        "https://www.exempelstad.example/medborgardialoger/dialog/torshalla-stads-namnd/",
        "https://www.exempelstad.example/sv/a%20b/?x=1&y=2#z",
    ] {
        reads(address, address);
    }
}

#[test]
fn a_code_holds_an_address_of_200_characters_and_of_2000() {
    for length in [200, 2000] {
        let address = format!("https://exempelstad.example/dialog/{}/", "a".repeat(length - 36));
        assert_eq!(address.len(), length);
        reads(&address, &address);
    }
    assert_eq!(qr::svg(&"a".repeat(2400)), None, "more than any code can hold");
}

#[test]
fn letters_beyond_ascii_are_percent_encoded_as_browsers_do_it() {
    reads(
        "https://exempel.example/på ön/dialog/å/",
        "https://exempel.example/p%C3%A5%20%C3%B6n/dialog/%C3%A5/",
    );
    reads("https://exempel.example/%C3%A4/", "https://exempel.example/%C3%A4/");
}

#[test]
fn a_code_is_black_on_white_with_four_modules_of_quiet_around_it() {
    let svg = qr::svg("https://dialog.exempelstad.example/dialog/ny-park/").unwrap();
    let rows = modules(&svg);
    let size = rows.len();
    let edge = |y: usize, x: usize| [y, x].iter().any(|at| *at < 4 || *at >= size - 4);
    for (y, row) in rows.iter().enumerate() {
        assert!(row.iter().enumerate().all(|(x, dark)| !(*dark && edge(y, x))), "row {y}");
    }
    assert!(rows[4][4] && rows[4][size - 5] && rows[size - 5][4], "its corners touch the quiet zone");
    let (head, _) = svg.split_once(" d=\"").unwrap();
    let wanted = format!(
        r##"<?xml version="1.0" standalone="yes"?><svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{size}" height="{size}" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><rect x="0" y="0" width="{size}" height="{size}" fill="#fff"/><path fill="#000""##
    );
    assert_eq!(head, wanted);
}

#[test]
fn each_dialogue_gets_one_that_leads_to_its_page_below_any_base() {
    for base in ["/", "/medborgardialoger/"] {
        let bench = Bench::new("qr", base);
        bench.print(&file("public/feed.json"), "out");
        let files = bench.files("out");
        let codes: Vec<(&str, &str)> = files
            .iter()
            .filter_map(|(name, svg)| Some((name.strip_suffix("qr.svg")?, std::str::from_utf8(svg).unwrap())))
            .collect();
        assert_eq!(codes.len(), 3 * 4, "in each language");
        for (folder, svg) in codes {
            assert_eq!(decoded(svg, 4), format!("{ORIGIN}{base}{folder}"));
        }
    }
}
