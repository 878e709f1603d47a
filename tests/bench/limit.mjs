// Makes the limit: the page of the same list as a careful hand would write it. All rows stand in the HTML; one style
// sheet holds the rules that this page needs and no other; one deferred script (limit.js) filters. Rows, words and rules
// are taken from our printed list, so that both pages always show the same.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Runs in the printed page, with nothing of the app loaded: answers the limit's head, body and style. */
function take(dialogues) {
  for (const row of document.querySelectorAll(".card")) {
    const dialogue = dialogues.find(({ id }) => `d-${id}` === row.querySelector("a").id);
    row.dataset.districts = dialogue.districts.join("|");
    row.dataset.topics = dialogue.topics.join("|");
  }
  // The limit has three filters; a field or button that does nothing would be a lie.
  for (const dead of document.querySelectorAll(".filter-more, .no-app, button, noscript, body script")) dead.remove();
  document.getElementById("app").removeAttribute("data-print");
  const states = /:(hover|focus-visible|focus|active)|::(before|after|details-content|marker|placeholder)/g;
  const used = (selector) => {
    try {
      return document.querySelector(selector.replace(states, "") || "*");
    } catch {
      return true;
    }
  };
  const kept = (rules) =>
    [...rules].map((rule) => {
      if (rule instanceof CSSStyleRule) return used(rule.selectorText) ? rule.cssText : "";
      if (!rule.cssRules || rule instanceof CSSKeyframesRule) return rule.cssText;
      const inner = kept(rule.cssRules);
      return inner && `${rule.cssText.slice(0, rule.cssText.indexOf("{"))}{${inner}}`;
    }).join("");
  const style = [...document.styleSheets].map(({ cssRules, media }) =>
    media.length ? `@media ${media.mediaText}{${kept(cssRules)}}` : kept(cssRules));
  const head = [...document.head.querySelectorAll("meta:not([property]), title, link[rel=icon]")];
  const rows = document.querySelectorAll(".card").length;
  return { head: head.map((tag) => tag.outerHTML).join("\n"), body: document.body.innerHTML, style: style.join(""), rows };
}

/** Writes the limit of the printed site at `origin` into `out`, with .br and .gz; answers how many rows it has. */
export async function limit(browser, origin, site, feed, out) {
  const page = await browser.newPage();
  await page.route(/\.(js|wasm|json)$/, (route) => route.abort());
  await page.goto(origin);
  const { head, body, style, rows } = await page.evaluate(take, feed.dialogues);
  await page.close();
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const css = write(out, "limit.css", `${style.replace(/\s+/g, " ")}[hidden] { display: none !important }`, true);
  const js = write(out, "limit.js", readFileSync(join(import.meta.dirname, "limit.js"), "utf8"), true);
  const icon = /rel="icon" href="\/([^"]+)"/.exec(head)?.[1];
  if (icon) write(out, icon, readFileSync(join(site, icon), "utf8"));
  const links = `<link rel="stylesheet" href="/${css}">\n<script src="/${js}" defer></script>`;
  write(out, "index.html", `<!doctype html>\n<html lang="sv">\n<head>\n${head}\n${links}\n</head>\n<body>${body}</body>\n</html>\n`);
  return rows;
}

/** Writes a file and its compressed twins; answers its name, with its hash in it where that is asked for. */
function write(folder, name, text, hashed = false) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const file = hashed ? name.replace(".", `-${hash}.`) : name;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, `${file}.br`), brotliCompressSync(text, { params }));
  writeFileSync(join(folder, `${file}.gz`), gzipSync(text, { level: 9 }));
  return file;
}
