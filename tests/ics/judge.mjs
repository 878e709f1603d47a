// Has npm's ical.js read every tests/fixture/ics/*.ics and compares it with expected.json.
// Run as `node tests/ics/judge.mjs [FILE.ics…]`; with files, those are read instead (named as in expected.json, or in
// the table that MEDBORGARDIALOGER_EXPECTED names).
// MEDBORGARDIALOGER_ICALJS names the module's file; without it, MEDBORGARDIALOGER_NODE_MODULES the folder it is in.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const { MEDBORGARDIALOGER_ICALJS: file, MEDBORGARDIALOGER_NODE_MODULES: modules } = process.env;
const found = file ?? createRequire(modules ? join(modules, "x.js") : import.meta.url).resolve("ical.js");
const ICAL = (await import(pathToFileURL(found).href)).default;

const folder = fileURLToPath(new URL("../fixture/ics/", import.meta.url));

/** UTC, or a date as it stands; null when absent. */
function moment(event, name) {
  const time = event.getFirstPropertyValue(name);
  if (!time) return null;
  if (time.isDate) return time.toString();
  if (time.zone.tzid !== "Europe/Stockholm") throw new Error(`${name} has the zone ${time.zone.tzid}`);
  return time.toJSDate().toISOString().replace(".000Z", "Z");
}

function read(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  const events = calendar.getAllSubcomponents("vevent");
  if (events.length !== 1) throw new Error(`${events.length} events`);
  const [event] = events;
  // The file's own rules are to be judged, not a table of the parser's.
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return {
    uid: event.getFirstPropertyValue("uid"),
    start: moment(event, "dtstart"),
    end: moment(event, "dtend"),
    summary: event.getFirstPropertyValue("summary"),
    description: event.getFirstPropertyValue("description"),
    location: event.getFirstPropertyValue("location"),
    status: event.getFirstPropertyValue("status"),
    sequence: event.getFirstPropertyValue("sequence"),
  };
}

/** The calendar of all meetings: what it is called, how often to ask, and every event with its time in the zone. */
function subscription(path) {
  const text = readFileSync(path, "utf8");
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const name = calendar.getFirstPropertyValue("name");
  if (!name || name !== calendar.getFirstPropertyValue("x-wr-calname")) throw new Error(`name ${name}`);
  const interval = String(calendar.getFirstPropertyValue("refresh-interval"));
  if (interval !== "PT6H") throw new Error(`refresh-interval ${interval}`);
  const events = calendar.getAllSubcomponents("vevent");
  const uids = new Set(events.map((event) => event.getFirstPropertyValue("uid")));
  if (uids.size !== text.split("BEGIN:VEVENT").length - 1) throw new Error(`${uids.size} events`);
  for (const event of events) moment(event, "dtstart");
}

const expected = JSON.parse(readFileSync(process.env.MEDBORGARDIALOGER_EXPECTED ?? join(folder, "expected.json"), "utf8"));
const given = process.argv.slice(2);
const paths = given.length ? given : readdirSync(folder).filter((f) => f.endsWith(".ics")).map((f) => join(folder, f));
const wrong = [];
for (const path of paths) {
  const name = basename(path, ".ics");
  try {
    const met = read(path);
    for (const [field, wanted] of Object.entries(expected[name])) {
      if (met[field] !== wanted) {
        wrong.push(`${name}.ics: ${field}\n  is        ${JSON.stringify(met[field])}\n  should be ${JSON.stringify(wanted)}`);
      }
    }
  } catch (error) {
    wrong.push(`${name}.ics: ${error.message}`);
  }
}
if (!given.length) {
  try {
    subscription(join(folder, "..", "subscription.ics"));
  } catch (error) {
    wrong.push(`subscription.ics: ${error.message}`);
  }
}
if (!given.length && paths.length !== Object.keys(expected).length) {
  wrong.push(`${paths.length} files for ${Object.keys(expected).length} expectations`);
}
console.log(wrong.join("\n") || `ical.js reads ${paths.length} files as meant`);
process.exitCode = wrong.length ? 1 : 0;
