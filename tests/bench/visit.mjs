// One resident's visits on a slow phone: a new browser with an empty cache, throttled by Chromium's own means.
// Playwright starts the browser; the page is spoken to by Chromium's own protocol only, since what Playwright puts into a
// page to wait or evaluate costs a slow phone 280 ms there.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LETTER } from "./feed.mjs";

const { chromium } = await import(join(process.env.MEDBORGARDIALOGER_PLAYWRIGHT ?? "", "index.mjs"));
const WATCH = readFileSync(join(import.meta.dirname, "watch.js"), "utf8");
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const CPU = 4;
const NET = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const PATIENCE = 60_000;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** The phone in words. */
export function phone() {
  const { width, height } = PHONE.viewport;
  return `Chromium with CPU ÷ ${CPU}, ${NET.latency} ms, ${(NET.downloadThroughput * 8) / 1e6} Mbit/s, ${width}×${height}.`;
}

/** Runs `act` with a browser that has never been here. */
export async function fresh(act) {
  const profile = mkdtempSync(join(tmpdir(), "bench-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--disable-gpu"], ...PHONE,
    locale: "sv-SE", timezoneId: "Europe/Stockholm",
  });
  try {
    return await act(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A tab on the slow phone, which watches the page (watch.js) and notes what it loads. */
async function tab(browser, script = "") {
  const page = await browser.newPage();
  const phone = await browser.newCDPSession(page);
  const loaded = new Map();
  const told = new Set();
  const note = (id, facts) => loaded.set(id, { bytes: 0, ...loaded.get(id), ...facts });
  phone.on("Runtime.bindingCalled", ({ payload }) => told.add(payload));
  phone.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) =>
    note(requestId, { url: request.url, priority: request.initialPriority, asked: timestamp }));
  phone.on("Network.responseReceived", ({ requestId, response, timestamp }) =>
    note(requestId, { answered: timestamp, kept: response.fromDiskCache, status: response.status }));
  phone.on("Network.loadingFinished", ({ requestId, encodedDataLength, timestamp }) =>
    note(requestId, { bytes: encodedDataLength, whole: timestamp }));
  for (const domain of ["Network", "Page", "Runtime"]) await phone.send(`${domain}.enable`);
  await phone.send("Runtime.addBinding", { name: "tell" });
  await phone.send("Page.addScriptToEvaluateOnNewDocument", { source: script + WATCH });
  await phone.send("Network.emulateNetworkConditions", NET);
  await phone.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  // The browser's own beginning is no part of the visit.
  await pause(500);
  return { page, phone, loaded, told };
}

/** What an expression in the page comes to. */
async function ask({ phone }, expression) {
  const { result, exceptionDetails } = await phone.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description}`);
  return result.value;
}

async function until({ told }, what) {
  for (let waited = 0; !told.has(what); waited += 5) {
    if (waited > PATIENCE) throw new Error(`the page is never ${what}`);
    await pause(5);
  }
}

/** Opens the page and waits until it is live, and a second more. */
async function open(tab, url) {
  await tab.phone.send("Page.navigate", { url });
  await until(tab, "live");
  await pause(1000);
  const { key, ...seen } = await ask(tab, "({ ...bench, key: 0 })");
  const files = [...tab.loaded.values()].filter(({ url }) => !url.startsWith("data:"));
  return { ...seen, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), requests: files.length, files };
}

async function press({ phone }, key) {
  const erase = { key: "Backspace", code: "Backspace", windowsVirtualKeyCode: 8 };
  const named = key ? { key, text: key, code: `Key${key.toUpperCase()}` } : erase;
  await phone.send("Input.dispatchKeyEvent", { type: key ? "keyDown" : "rawKeyDown", ...named });
  await phone.send("Input.dispatchKeyEvent", { type: "keyUp", ...named, text: undefined });
}

/** From a key in the open page (none: Backspace) until the frame that shows `want` rows. */
async function key(tab, name, want) {
  // The address follows 400 ms after a key, and is no part of the next one.
  await pause(700);
  const time = ask(tab, `bench.key(${want})`);
  await pause(100);
  await press(tab, name);
  return time;
}

/** The first visit, keys in the open page, and a second visit with a warm cache. */
export function visits(url, { all, hits }) {
  return fresh(async (browser) => {
    const first = await tab(browser);
    const seen = await open(first, url);
    await ask(first, "document.getElementById('q').focus()");
    const narrow = [], widen = [];
    for (let n = 0; n < 3; n++) {
      narrow.push(await key(first, LETTER, hits));
      widen.push(await key(first, "", all));
    }
    const again = await tab(browser);
    await first.page.close();
    return { ...seen, narrow, widen, again: await open(again, url) };
  });
}

/** A first visit of a resident who types as soon as there is a field: when the list shows only what was asked for. */
export function hasty(url, { hits }) {
  return fresh(async (browser) => {
    const visit = await tab(browser, `var hasty = ${hits};`);
    await visit.phone.send("Page.navigate", { url });
    await until(visit, "item");
    await press(visit, LETTER);
    await until(visit, "filtered");
    const filtered = await ask(visit, "bench.filtered");
    const shown = await ask(visit, "[...document.querySelectorAll('.card:not([hidden]) .card-link')].map((link) => link.id)");
    return { filtered, shown };
  });
}
