// ./dev bench: our printed site and the limit, one after the other in each round, on the same slow phone. It prints and
// writes figures; it judges none of them, since a busy machine is no fault of the code.
//   node bench.mjs --site DIR --out DIR [--rounds N]      the site is printed from this folder's feed

import { loadavg } from "node:os";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { limit } from "./limit.mjs";
import { chart, summary, table } from "./report.mjs";
import { serve } from "./serve.mjs";
import { fresh, hasty, phone, visits } from "./visit.mjs";

const { values: options } = parseArgs({
  options: { site: { type: "string" }, out: { type: "string" }, rounds: { type: "string", default: "7" } },
});
const site = resolve(options.site);
const out = resolve(options.out);
const feed = JSON.parse(readFileSync(join(site, "feed.json"), "utf8"));

/** One page in one round, as a flat record of figures. */
async function measure(url, rows) {
  const { narrow, widen, again, files, ...seen } = await visits(url, rows);
  const { filtered, shown } = await hasty(url, rows);
  const figures = {
    bytes: seen.bytes, requests: seen.requests, contentful: seen.contentful, largest: seen.largest, item: seen.item,
    live: seen.live, filtered, key: narrow[0], keys: median(narrow.slice(1)), erase: median(widen), shift: seen.shift,
    againItem: again.item, againLive: again.live, againBytes: again.bytes,
  };
  return { figures, shown, files, again: again.files, tasks: seen.tasks };
}

/** What else this machine did, as far as it tells: beside a build no figure is worth much. */
const load = () => {
  const [minute] = loadavg();
  return `Load of the machine: ${minute.toFixed(1)} when it began${minute > 0.7 ? ", too much for figures that count" : ""}.`;
};

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

async function main() {
  const quiet = load();
  mkdirSync(out, { recursive: true });
  const app = await serve(site, join(out, "nginx"));
  const folder = join(out, "limit");
  const all = await fresh((browser) => limit(browser, app.origin, site, feed, folder));
  const hits = feed.dialogues.filter((dialogue) => dialogue.districts.includes("Ytterlunda")).length;
  const page = await serve(folder, join(out, "nginx-limit"));
  const pages = { limit: page.origin, app: app.origin };
  const rounds = [];
  for (let n = 0; n < Number(options.rounds); n++) {
    const round = {};
    for (const name of n % 2 ? ["app", "limit"] : ["limit", "app"]) round[name] = await measure(pages[name], { all, hits });
    const [ours, theirs] = [round.app.shown, round.limit.shown];
    if (ours.join() !== theirs.join()) throw new Error(`the pages found other rows: ${ours} and ${theirs}`);
    rounds.push(round);
    console.error(`round ${n + 1}: ${summary(round)}`);
  }
  app.stop();
  page.stop();
  const figures = rounds.map(({ limit, app }) => ({ limit: limit.figures, app: app.figures }));
  const text = `${table(figures)}${phone()} ${quiet}\n`;
  // With each file of the first visits and the second ones: when it was asked for, answered and whole.
  writeFileSync(join(out, "bench.json"), JSON.stringify(rounds, null, 1));
  writeFileSync(join(out, "bench.md"), text);
  writeFileSync(join(out, "bench.svg"), chart(figures));
  console.log(`${text}\n${out}/bench.md, bench.svg, bench.json`);
}

await main();
