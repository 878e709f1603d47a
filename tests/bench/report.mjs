// Figures in words: a Markdown table and a chart. A ratio is taken within a round, where both pages had the same minute.

const ms = (n) => `${Math.round(n)} ms`;
const kb = (n) => `${(n / 1024).toFixed(1)} KB`;
const plain = (n) => String(Math.round(n * 1000) / 1000);

/** What is measured: name in the figures, words, how it is written, and the most that it may be (times the limit's). */
const MEASURES = [
  ["item", "First list item visible", ms, 1.1],
  ["filtered", "Filter reacts, first key at once", ms, 1.5],
  ["key", "Key to frame, the first key", ms, 1],
  ["keys", "Key to frame, the next ones", ms, 1],
  ["erase", "Key to frame, all rows back", ms, 1],
  ["againItem", "Repeat visit: first list item", ms, 1],
  ["againLive", "Repeat visit: live", ms, undefined],
  ["contentful", "First contentful paint", ms, undefined],
  ["largest", "Largest contentful paint", ms, undefined],
  ["live", "Live (filters by itself)", ms, undefined],
  ["shift", "Cumulative layout shift", plain, undefined],
  ["bytes", "Bytes, first visit", kb, undefined],
  ["requests", "Requests, first visit", plain, undefined],
  ["againBytes", "Bytes, repeat visit", kb, undefined],
];

const sorted = (list) => [...list].sort((a, b) => a - b);
function spread(list) {
  const at = sorted(list);
  const middle = at.length / 2;
  const median = at.length % 2 ? at[Math.floor(middle)] : (at[middle - 1] + at[middle]) / 2;
  return { min: at[0], median, max: at[at.length - 1] };
}

const words = ({ min, median, max }, write) => `${write(median)} (${write(min)}–${write(max)})`;
const ratio = (n) => n.toFixed(2);

/** Medians, with minimum and maximum, of all rounds. */
export function table(rounds) {
  const lines = MEASURES.map(([name, title, write, goal]) => {
    const [limit, app] = ["limit", "app"].map((page) => spread(rounds.map((round) => round[page][name])));
    const zero = rounds.some((round) => !round.limit[name]);
    const times = zero ? "" : words(spread(rounds.map((round) => round.app[name] / round.limit[name])), ratio);
    return `| ${[title, words(limit, write), words(app, write), times, goal ? `≤ ${goal}` : ""].join(" | ")} |`;
  });
  const head = ["| | the limit | ours | ours ÷ limit | goal |", "|---|---|---|---|---|"];
  return `${[...head, ...lines].join("\n")}\n\n${rounds.length} rounds; medians, with minimum and maximum. `;
}

/** One round in a line. */
export function summary({ limit, app }) {
  const one = ([name, , write]) => `${name} ${write(app.figures[name])}/${write(limit.figures[name])}`;
  return MEASURES.slice(0, 7).map(one).join(", ");
}

/** The measures that take time, as pairs of bars. */
export function chart(rounds) {
  const timed = MEASURES.filter(([, , write]) => write === ms);
  const of = (page, name) => spread(rounds.map((round) => round[page][name]));
  const most = Math.max(...timed.flatMap(([name]) => [of("limit", name).max, of("app", name).max]));
  const wide = (n) => ((n / most) * 380).toFixed(1);
  const rows = timed.map(([name, title], n) => {
    const bar = (page, y) => {
      const { min, median, max } = of(page, name);
      return `<rect class="${page}" x="300" y="${y}" width="${wide(median)}" height="10"/>` +
        `<path d="M${300 + +wide(min)} ${y + 5}H${300 + +wide(max)}"/><text x="${306 + +wide(max)}" y="${y + 9}">${ms(median)}</text>`;
    };
    const y = 40 + n * 34;
    return `<text x="290" y="${y + 14}" text-anchor="end">${title}</text>${bar("limit", y)}${bar("app", y + 12)}`;
  });
  const style = "text{font:12px system-ui,sans-serif;fill:#222}.limit{fill:#9aa5b1}.app{fill:#00569d}path{stroke:#222}" +
    "@media(prefers-color-scheme:dark){text{fill:#eee}path{stroke:#eee}.app{fill:#7db8f0}}";
  const key = '<rect class="limit" x="300" y="12" width="10" height="10"/><text x="316" y="21">the limit, a static page</text>' +
    '<rect class="app" x="480" y="12" width="10" height="10"/><text x="496" y="21">ours</text>';
  const height = 50 + timed.length * 34;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 ${height}" width="760" height="${height}"><style>${style}</style>${key}${rows.join("")}</svg>\n`;
}
