//! The colours of style/tokens.css against each other, light and dark, computed as WCAG 2.2 has it ("contrast ratio",
//! "relative luminance"): text 7:1 (1.4.6, level AAA), lines and the focus 3:1 (1.4.11, 2.4.13).
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeMap;

/// What words may be written in, and on what.
const TEXT: [&str; 7] =
    ["--ink", "--ink-quiet", "--accent", "--accent-strong", "--changed", "--cancelled", "--done"];
const GROUND: [&str; 2] = ["--paper", "--surface"];

type Colours = BTreeMap<String, String>;

/// The colours of the light scheme, and of the dark one over them.
fn schemes() -> [(&'static str, Colours); 2] {
    let css = std::fs::read_to_string("style/tokens.css").unwrap();
    let (light, rest) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let (dark, _) = rest.split_once("@media").unwrap();
    let light = colours(light);
    let mut over = light.clone();
    over.extend(colours(dark));
    [("light", light), ("dark", over)]
}

fn colours(css: &str) -> Colours {
    let line = |line: &str| {
        let (name, value) = line.trim().strip_suffix(';')?.split_once(": ")?;
        value.starts_with('#').then(|| (name.to_owned(), value.to_owned()))
    };
    css.lines().filter_map(line).collect()
}

/// From 0 (black) to 1 (white).
fn luminance(colour: &str) -> f64 {
    let digits: Vec<f64> = colour.chars().skip(1).map(|c| f64::from(c.to_digit(16).unwrap())).collect();
    let of = |i: usize| match digits.len() {
        3 => digits[i] * 17.0,
        6 => digits[2 * i] * 16.0 + digits[2 * i + 1],
        _ => panic!("{colour} is no colour of three or six digits"),
    };
    let part = |i: usize| {
        let value = of(i) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Each pair below what it must be, in words.
fn too_weak(pairs: &[(&str, &str)], least: f64) -> Vec<String> {
    let mut weak = Vec::new();
    for (scheme, colours) in schemes() {
        for (one, other) in pairs {
            let ratio = contrast(&colours[*one], &colours[*other]);
            if ratio < least {
                weak.push(format!("{scheme}: {one} on {other} is {ratio:.2}, not {least}"));
            }
        }
    }
    weak
}

#[test]
fn the_arithmetic_is_that_of_wcag() {
    assert_eq!(format!("{:.2}", contrast("#000", "#ffffff")), "21.00");
    // The lightest grey that passes 4.5 on white, by WebAIM's checker.
    assert_eq!(format!("{:.2}", contrast("#767676", "#fff")), "4.54");
}

#[test]
fn every_text_can_be_read_on_every_ground() {
    let mut pairs: Vec<(&str, &str)> =
        TEXT.iter().flat_map(|text| GROUND.map(|ground| (*text, ground))).collect();
    pairs.extend([("--on-accent", "--accent"), ("--on-accent", "--accent-strong")]);
    assert_eq!(too_weak(&pairs, 7.0), Vec::<String>::new());
}

#[test]
fn lines_and_the_focus_can_be_seen() {
    let pairs = [
        ("--line", "--paper"),
        ("--line", "--surface"),
        ("--accent", "--paper"),
        ("--accent", "--surface"),
        ("--focus-inner", "--focus-outer"),
        // Of two rings one at least stands out.
        ("--focus-outer", "--paper"),
        ("--focus-outer", "--surface"),
    ];
    assert_eq!(too_weak(&pairs, 3.0), Vec::<String>::new());
}

#[test]
fn no_colour_is_forgotten_here() {
    let (_, light) = &schemes()[0];
    let known =
        [&TEXT[..], &GROUND[..], &["--line", "--on-accent", "--focus-inner", "--focus-outer"]].concat();
    let other: Vec<&String> = light.keys().filter(|name| !known.contains(&name.as_str())).collect();
    assert_eq!(other, Vec::<&String>::new());
}
