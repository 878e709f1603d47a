//! Where a meeting is held, and how one gets in.

use super::{
    fault::Expected,
    localized::Localized,
    node::{self, Node},
};
use std::fmt::{self, Write};

/// A place with an address (schema.org Place and PostalAddress).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The building's name: `Stadshuset`.
    pub name: String,
    /// The room in it.
    pub room: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Postal code, as written.
    pub postal_code: Option<String>,
    /// Town or village.
    pub locality: Option<String>,
    /// How to find it: `samma byggnad som Torshälla bibliotek`.
    pub hint: Option<Localized>,
    /// Latitude and longitude, WGS 84 degrees.
    pub geo: Option<(Degrees, Degrees)>,
    /// What is known of access; empty means that the feed says nothing, not that there is none.
    pub access: Vec<Access>,
    /// Access in words.
    pub access_note: Option<Localized>,
}

/// A latitude or longitude in millionths of a degree, some 10 cm; shown as `59.371200`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Degrees(i32);

impl Degrees {
    /// Takes degrees within ±`limit`.
    pub fn new(degrees: f64, limit: u8) -> Option<Self> {
        // At most 255 million, so that the cast is exact.
        (degrees.abs() <= f64::from(limit)).then(|| Self((degrees * 1e6).round() as i32))
    }
}

impl fmt::Display for Degrees {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, value) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        write!(f, "{sign}{}.{:06}", value / 1_000_000, value % 1_000_000)
    }
}

/// A fact about access (schema.org amenityFeature).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// One gets in without a step.
    StepFree,
    /// There is a lift.
    Lift,
    /// There is a hearing loop.
    HearingLoop,
    /// There is an accessible toilet.
    AccessibleToilet,
    /// There is parking for disabled people.
    Parking,
}

impl Access {
    /// All there are, in the order they are shown.
    pub const ALL: [Self; 5] =
        [Self::StepFree, Self::Lift, Self::HearingLoop, Self::AccessibleToilet, Self::Parking];
}

impl Place {
    pub(super) fn read(node: &Node) -> Option<Self> {
        node.object()?;
        Some(Self {
            name: node.required("name", Expected::Text, node::text)?,
            room: node.field("room", node::text),
            street: node.field("street", node::text),
            postal_code: node.field("postalCode", node::text),
            locality: node.field("locality", node::text),
            hint: node.field("hint", Localized::read),
            geo: node.field("geo", |n| {
                n.object()?;
                Some((
                    n.required("lat", Expected::Degrees, |n| n.degrees(90))?,
                    n.required("lon", Expected::Degrees, |n| n.degrees(180))?,
                ))
            }),
            access: node.list("access", |n| {
                n.one_of("stepFree, lift, hearingLoop, accessibleToilet, parking", &Access::ALL)
            }),
            access_note: node.field("accessNote", Localized::read),
        })
    }

    /// Name, room, street and town on one line: `Kvarnen, Storgatan 26, Torshälla`.
    pub fn line(&self) -> String {
        let town = match (&self.postal_code, &self.locality) {
            (Some(code), Some(town)) => Some(format!("{code} {town}")),
            (None, town) => town.clone(),
            (code, None) => code.clone(),
        };
        let mut line = self.name.clone();
        for part in [&self.room, &self.street, &town].into_iter().flatten() {
            // Writing to a String never fails.
            let _ = write!(line, ", {part}");
        }
        line
    }

    /// Name, room and town: what a row of a list has room for.
    pub fn short(&self) -> String {
        let parts = [Some(&self.name), self.room.as_ref(), self.locality.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// A map of the place at OpenStreetMap: by its coordinates, else by its street. `None` without either, since a
    /// search for a bare name would guess.
    pub fn map_href(&self) -> Option<String> {
        if let Some((lat, lon)) = self.geo {
            return Some(format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"));
        }
        let street = self.street.as_deref()?;
        let address: Vec<&str> = [Some(street), self.postal_code.as_deref(), self.locality.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("query", &address.join(", "))
            .finish();
        Some(format!("https://www.openstreetmap.org/search?{query}"))
    }
}
