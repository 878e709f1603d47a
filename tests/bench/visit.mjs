// One resident's visits on a slow phone: a new browser with an empty cache, throttled by Chromium's own means.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LETTER } from "./feed.mjs";

const { chromium } = await import(join(process.env.MEDBORGARDIALOGER_PLAYWRIGHT ?? "playwright-core", "index.mjs"));
const WATCH = readFileSync(join(import.meta.dirname, "watch.js"), "utf8");
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const CPU = 4;
const NET = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
/** The phone in words. */
export const phone = () =>
  `Chromium with CPU ÷ ${CPU}, ${NET.latency} ms, ${(NET.downloadThroughput * 8) / 1e6} Mbit/s, ${PHONE.viewport.width}×${PHONE.viewport.height}.`;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Runs `act` with a browser that has never been here. */
export async function fresh(act) {
  const profile = mkdtempSync(join(tmpdir(), "bench-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--disable-gpu"], ...PHONE,
    locale: "sv-SE", timezoneId: "Europe/Stockholm",
  });
  try {
    await browser.addInitScript(WATCH);
    return await act(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A tab on the slow phone, with what it loads. */
async function tab(browser) {
  const page = await browser.newPage();
  const phone = await browser.newCDPSession(page);
  const loaded = new Map();
  await phone.send("Network.enable");
  phone.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) =>
    loaded.set(requestId, { url: request.url, priority: request.initialPriority, asked: timestamp, bytes: 0 }));
  phone.on("Network.responseReceived", ({ requestId, response, timestamp }) =>
    Object.assign(loaded.get(requestId) ?? {}, { answered: timestamp, kept: response.fromDiskCache, status: response.status }));
  phone.on("Network.loadingFinished", ({ requestId, encodedDataLength, timestamp }) =>
    Object.assign(loaded.get(requestId) ?? {}, { bytes: encodedDataLength, whole: timestamp }));
  await phone.send("Network.emulateNetworkConditions", NET);
  await phone.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  // The browser's own beginning is no part of the visit.
  await pause(500);
  return { page, phone, loaded };
}

const until = async (page, what) => {
  await page.waitForFunction((what) => window.bench?.[what], what, { polling: 100, timeout: 60_000 });
  return page.evaluate(() => ({ ...window.bench }));
};

/** Opens the page and waits until it is live, and a second more. */
async function open({ page, loaded }, url) {
  await page.goto(url, { waitUntil: "commit" });
  await until(page, "live");
  await pause(1000);
  const { key, ...seen } = await page.evaluate(() => ({ ...window.bench, key: null }));
  const files = [...loaded.values()].filter(({ url }) => !url.startsWith("data:"));
  const bytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return { ...seen, bytes, requests: files.length, files };
}

async function press(phone, key) {
  const named = key === "Backspace" ? { key, code: key, windowsVirtualKeyCode: 8 } : { key, text: key, code: `Key${key.toUpperCase()}` };
  await phone.send("Input.dispatchKeyEvent", { type: key === "Backspace" ? "rawKeyDown" : "keyDown", ...named });
  await phone.send("Input.dispatchKeyEvent", { type: "keyUp", ...named, text: undefined });
}

/** From a key in the open page until the frame that shows `want` rows. */
async function key({ page, phone }, name, want) {
  const time = page.evaluate((want) => window.bench.key(want), want);
  await pause(300);
  await press(phone, name);
  return time;
}

/** The first visit, keys in the open page, and a second visit with a warm cache. */
export function visits(url, { all, hits }) {
  return fresh(async (browser) => {
    const first = await tab(browser);
    const seen = await open(first, url);
    await first.page.evaluate(() => document.getElementById("q").focus());
    const narrow = [], widen = [];
    for (let n = 0; n < 3; n++) {
      narrow.push(await key(first, LETTER, hits));
      widen.push(await key(first, "Backspace", all));
    }
    const again = await tab(browser);
    await first.page.close();
    return { ...seen, narrow, widen, again: await open(again, url) };
  });
}

/** A first visit of a resident who types as soon as there is a field: when the list shows only what was asked for. */
export function hasty(url, { hits }) {
  return fresh(async (browser) => {
    const { page, phone } = await tab(browser);
    const field = new Promise((done) => phone.once("Runtime.bindingCalled", done));
    await phone.send("Runtime.enable");
    await phone.send("Runtime.addBinding", { name: "onField" });
    await page.addInitScript(`window.want = ${hits}`);
    await page.goto(url, { waitUntil: "commit" });
    await field;
    await press(phone, LETTER);
    const seen = await until(page, "filtered");
    const shown = await page.evaluate(() => [...document.querySelectorAll(".card:not([hidden]) .card-link")].map((link) => link.id));
    return { filtered: seen.filtered, shown };
  });
}
