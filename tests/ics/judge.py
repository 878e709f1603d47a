"""Has Python's icalendar read every tests/fixture/ics/*.ics and compares it with expected.json.

Run as `python3 tests/ics/judge.py [FILE.ics…]`; with files, those are read instead (named as in expected.json, or in
the table that MEDBORGARDIALOGER_EXPECTED names).
"""

import datetime
import json
import os
import pathlib
import sys

from icalendar import Calendar

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "fixture" / "ics"


def moment(event, name):
    """UTC, or a date as it stands; None when absent."""
    if name not in event:
        return None
    value = event.decoded(name)
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    assert value.tzinfo, f"{name} has no zone"
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(path):
    calendar = Calendar.from_ical(path.read_bytes())
    [event] = calendar.walk("VEVENT")
    errors = [error for component in calendar.walk() for error in component.errors]
    assert not errors, errors
    text = lambda name: str(event[name]) if name in event else None
    zones = [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")]
    wanted = ["Europe/Stockholm"] if isinstance(event.decoded("DTSTART"), datetime.datetime) else []
    assert zones == wanted, f"time zones {zones}"
    return {
        "uid": text("UID"),
        "start": moment(event, "DTSTART"),
        "end": moment(event, "DTEND"),
        "summary": text("SUMMARY"),
        "description": text("DESCRIPTION"),
        "location": text("LOCATION"),
        "status": text("STATUS"),
        "sequence": event.get("SEQUENCE"),
    }


def subscription(path):
    """The calendar of all meetings: what it is called, how often to ask, and every event with its time in the zone."""
    calendar = Calendar.from_ical(path.read_bytes())
    errors = [error for component in calendar.walk() for error in component.errors]
    assert not errors, errors
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Stockholm"]
    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) != ""
    hours = calendar.decoded("REFRESH-INTERVAL")
    assert hours == datetime.timedelta(hours=6), hours
    events = calendar.walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events) == path.read_bytes().count(b"BEGIN:VEVENT") > 4
    for event in events:
        moment(event, "DTSTART")


def main():
    table = os.environ.get("MEDBORGARDIALOGER_EXPECTED") or FOLDER / "expected.json"
    expected = json.loads(pathlib.Path(table).read_text("utf-8"))
    paths = [pathlib.Path(arg) for arg in sys.argv[1:]] or sorted(FOLDER.glob("*.ics"))
    wrong = []
    for path in paths:
        try:
            met = read(path)
        except Exception as error:  # whatever a parser says, it says it of this file
            wrong.append(f"{path.name}: {error!r}")
            continue
        for field, wanted in expected[path.stem].items():
            if met[field] != wanted:
                wrong.append(f"{path.name}: {field}\n  is        {met[field]!r}\n  should be {wanted!r}")
    if len(sys.argv) < 2:
        try:
            subscription(FOLDER.parent / "subscription.ics")
        except Exception as error:
            wrong.append(f"subscription.ics: {error!r}")
    if len(paths) < 1 or (len(sys.argv) < 2 and len(paths) != len(expected)):
        wrong.append(f"{len(paths)} files for {len(expected)} expectations")
    print("\n".join(wrong) or f"icalendar (Python) reads {len(paths)} files as meant")
    return 1 if wrong else 0


sys.exit(main())
