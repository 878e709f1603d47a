// The feed that the bench shows: 50 dialogues of Exempelstad, a town that does not exist. The same every day but for
// the dates, which follow the day of the run. `node feed.mjs > FILE` prints it.

const ZONE = "Europe/Stockholm";
/** The letter that the bench types. Only Ytterlunda begins with it, so that both pages find the same rows. */
export const LETTER = "y";

const districts = "Provby Kvarnlunda Sandbacken Norrängen Mellanby Hamnhöjden Lövhagen Stenkulla Björkdal".split(" ");
const streets = "Exempelgatan Kvarngatan Hamngatan Skolvägen Torggatan Lindallén Parkvägen".split(" ");
const rooms = ["stora salen", "rum 2", "matsalen", "aulan", "biblioteket"];
const names = "Anna Provsson,Kim Exempel,Sara Lindprov,Omar Torgsson,Eva Stenprov,Ali Hamnsson".split(",");
const parties = ["Partiet A", "Partiet B", "Partiet C"];

// What it is about: subject, topic, the two things a resident can influence, and one that is settled.
const subjects = [
  ["Ny park", "Parker och natur", "var lekplatsen och sittplatserna ska ligga", "vilka träd som planteras", "Parkens storlek"],
  ["Skolans framtid", "Förskola och skola", "när eleverna flyttar in", "hur skolgården ser ut", "Antalet platser"],
  ["Tryggare kvällar", "Trygghet", "var det behövs mer ljus", "när fritidsgården har öppet", "Budgeten för belysning"],
  ["Cykelvägar till centrum", "Trafik och resor", "vilka sträckor som byggs först", "hur korsningar utformas", "Bredden på banorna"],
  ["Torget som mötesplats", "Stadsutveckling", "vad som ska finnas på torget", "när marknader hålls", "Att bilarna flyttas"],
  ["Äldres boende", "Vård och omsorg", "hur gemensamma rum används", "vilka aktiviteter som ordnas", "Husets läge"],
  ["Idrottshallens öppettider", "Idrott och fritid", "vilka tider föreningar får", "hur hallen bokas", "Hallens mått"],
  ["Bibliotek för alla", "Kultur", "vilka böcker som köps in", "när det är obemannat öppet", "Lokalens hyra"],
  ["Hamnen och stranden", "Stadsutveckling", "hur stranden nås till fots", "var bryggor läggs", "Hur högt det får byggas"],
  ["Kollektivtrafik på landet", "Trafik och resor", "vilka hållplatser som behövs", "hur turer passar skoldagen", "Regionens avtal"],
];
const openings = [
  "Kommunen vill veta hur du som bor här ser på saken innan nämnden beslutar.",
  "Nu finns tre förslag, och politikerna vill höra vilket som fungerar bäst i din vardag.",
  "Frågan har diskuterats länge. I höst tas första steget, och då behövs dina erfarenheter.",
  "Området växer, och det som byggs ska räcka för både barn, vuxna och äldre.",
  "Efter förra årets enkät återstår några val som påverkar dig direkt.",
  "Det nuvarande avtalet går ut, och därför kan mer ändras än på många år.",
];
const endings = [
  "Det du berättar sammanställs och visas här innan beslutet fattas.",
  "Alla synpunkter läses av tjänstepersoner och lämnas samlade till nämnden.",
  "Fika ingår. Barn är välkomna, och det finns en hörna att leka i.",
  "Kan du inte komma går det lika bra att svara på enkäten hemma.",
  "Samtalen sker i små grupper med en samtalsledare vid varje bord.",
];

const pick = (list, n) => list[n % list.length];
const pad = (n) => String(n).padStart(2, "0");

/** A day so many days from today in Sweden, as YYYY-MM-DD. */
function day(days) {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(new Date());
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A time of that day, RFC 3339 with Sweden's offset there. */
function time(days, clock) {
  const noon = new Date(`${day(days)}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat("en", { timeZone: ZONE, timeZoneName: "longOffset" }).formatToParts(noon);
  return `${day(days)}T${clock}:00${parts.find((part) => part.type === "timeZoneName").value.slice(3)}`;
}

function meeting(n, at, district) {
  const hour = 16 + (n % 4);
  const made = {
    id: `m${n}`, title: pick(["Dialogmöte", "Öppet hus", "Promenad och samtal"], n),
    start: time(at, `${hour}:00`), end: time(at, `${hour + 1}:30`), mode: "inPerson",
    place: {
      name: pick([`${district}s bibliotek`, `${district}skolan`, `Folkets hus i ${district}`], n), room: pick(rooms, n),
      street: `${pick(streets, n)} ${1 + n}`, postalCode: `123 ${pad(40 + (n % 50))}`, locality: "Exempelstad",
      access: ["stepFree", "lift", "hearingLoop"].slice(0, 1 + (n % 3)), accessNote: "Ring på klockan vid hissen.",
    },
    registration: { required: n % 3 === 0 },
    participants: [{ name: pick(names, n), role: "ordförande i nämnden", party: pick(parties, n) }],
  };
  if (n % 7 === 3) Object.assign(made, { mode: "hybrid", online: { url: "https://www.exempelstad.example/mote" } });
  if (n % 11 === 5) Object.assign(made, { status: "rescheduled", previousStart: time(at - 7, "18:00"), sequence: 1 });
  if (n % 17 === 8) Object.assign(made, { status: "cancelled", statusNote: "Samtalsledaren är sjuk.", sequence: 1 });
  return made;
}

/** Dialogue n of 50: 34 lie ahead, 8 go on, 8 are over. */
function dialogue(n) {
  const district = n % 6 === 2 ? "Ytterlunda" : pick(districts, n);
  const [subject, topic, first, second, settled] = pick(subjects, n * 3 + Math.floor(n / 10));
  const made = {
    id: `dialog-${n + 1}`, title: `${subject} i ${district}`,
    summary: `Var med och diskutera ${first} i ${district}.`,
    body: [
      { type: "p", text: `${pick(openings, n)} ${pick(openings, n * 5 + 1)}` },
      { type: "h", text: "Det här kan du påverka" },
      { type: "ul", items: [first, second] },
      { type: "p", text: `${settled} är redan bestämt. ${pick(endings, n)} ${pick(endings, n + 2)}` },
    ],
    level: "influence", topics: [topic], districts: n % 9 === 4 ? [district, "Centrum", pick(districts, n + 3)] : [district],
    organisers: [{ name: pick(["Stadsbyggnadsnämnden", "Barn- och utbildningsnämnden", "Kommunstyrelsen"], n), kind: "board" }],
    contacts: [{ name: pick(names, n + 1), role: "projektledare", email: "kontakt@exempelstad.example", phones: [`0123-45 60 ${pad(n)}`] }],
    updated: time(-3 - (n % 20), "09:00"),
  };
  if (n < 34) {
    const meetings = [meeting(n, 2 + n * 3, district)];
    if (n % 5 === 0) meetings.push(meeting(n + 100, 40 + n * 3, district));
    return { ...made, stage: "open", meetings };
  }
  if (n < 42) {
    const phases = [{ id: "lyssna", title: "Vi lyssnar", state: "now" }, { id: "beslut", title: "Nämnden beslutar", state: "coming" }];
    const takePart = [{ kind: "survey", url: "https://www.exempelstad.example/enkat", text: "Svara på enkäten", closes: day(n) }];
    return { ...made, stage: "open", period: { start: day(-20 - n), end: day(n) }, phases, takePart, meetings: [] };
  }
  const heard = [{ type: "p", text: `Många ville påverka ${second}.` }];
  return { ...made, stage: "reported", meetings: [meeting(n, -10 * (n - 40), district)], results: { published: day(-5), heard } };
}

export function feed() {
  return {
    version: "1.0", generatedAt: time(-1, "12:00"), language: "sv", timeZone: ZONE,
    publisher: { name: "Exempelstads kommun", url: "https://www.exempelstad.example/", email: "kontakt@exempelstad.example" },
    title: "Medborgardialoger",
    intro: [
      { type: "p", text: "En medborgardialog är en dialog mellan kommunens invånare och beslutsfattare i en viss fråga." },
      { type: "p", text: "Syftet är att samla in perspektiv, åsikter, tankar, erfarenheter och idéer." },
    ],
    url: "https://www.exempelstad.example/dialoger", uidHost: "exempelstad.example",
    dialogues: Array.from({ length: 50 }, (_, n) => dialogue(n)),
  };
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(feed()));
