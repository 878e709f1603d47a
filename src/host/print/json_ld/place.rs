//! Where a meeting is held: a Place with its address, or on the net.

use super::{Site, thing::Thing};
use crate::domain::{
    meeting::{Meeting, Mode},
    place::Place,
};
use serde_json::{Value, json};

/// Every way there: in a room, on the net or both, as the meeting says. Google takes no room for an online meeting.
pub fn locations<'a>(site: &Site<'a>, meeting: &'a Meeting) -> Vec<Thing> {
    let mode = meeting.attendance();
    let room = meeting.place.as_ref().filter(|_| mode != Some(Mode::Online)).map(|place| room(site, place));
    let net = matches!(mode, Some(Mode::Online | Mode::Hybrid)).then(|| net(site, meeting));
    room.into_iter().chain(net).collect()
}

fn room<'a>(site: &Site<'a>, place: &'a Place) -> Thing {
    let name = match &place.room {
        Some(room) => format!("{}, {room}", place.name),
        None => place.name.clone(),
    };
    // How to find it and how to get in, in the feed's own words.
    let words = [&place.hint, &place.access_note].into_iter().flatten().map(|t| site.say(t));
    let words: Vec<&str> = words.collect();
    let feature = |access| {
        let name = site.text.accesses.of(access);
        json!({"@type": "LocationFeatureSpecification", "name": name, "value": true})
    };
    Thing::new("Place")
        .put("name", Some(name))
        .put("address", address(place))
        .put(
            "geo",
            place.geo.map(|(lat, lon)| {
                // As text, which schema.org permits: no float is printed in this crate.
                json!({"@type": "GeoCoordinates", "latitude": lat.to_string(), "longitude": lon.to_string()})
            }),
        )
        .put("description", (!words.is_empty()).then(|| words.join("\n")))
        .all("amenityFeature", place.access.iter().map(|access| feature(*access)))
}

/// The address, if there is more of one than the building's name, which would be no address.
fn address(place: &Place) -> Option<Value> {
    let parts = [
        ("streetAddress", &place.street),
        ("postalCode", &place.postal_code),
        ("addressLocality", &place.locality),
    ];
    let known = parts.iter().any(|(_, part)| part.is_some());
    let put = |thing: Thing, (property, part): &(&str, &Option<String>)| thing.put(property, part.as_deref());
    known.then(|| parts.iter().fold(Thing::new("PostalAddress"), put).into())
}

fn net<'a>(site: &Site<'a>, meeting: &'a Meeting) -> Thing {
    let online = meeting.online.as_ref();
    Thing::new("VirtualLocation")
        .put("name", Some(site.text.on_the_net))
        .put("url", online.and_then(|o| o.url.as_ref()).map(|url| url.as_str()))
        .put("description", online.and_then(|o| o.note.as_ref()).map(|note| site.say(note)))
}
