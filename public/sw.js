// The worker: the app without a network. Above this text the publisher writes what one version consists of:
//   const VERSION = "…";                       changes whenever any file does
//   const FILES = { "NAME": "sha256-…", … };   every file that the app needs, and the shell; each NAME but the shell's
//                                              holds its content's hash, so that no page can meet another version's
// The feed is not its concern: the app keeps the last good copy itself, since only it can tell a good one.

const PREFIX = `medborgardialoger ${registration.scope} `;
const CACHE = PREFIX + VERSION;
// src/browser/cache.rs keeps the feed here; it outlives every version.
const FEED = PREFIX + "feed";
const SHELL = "shell.html";
// How long a page may take before the one at hand is shown.
const PATIENCE = 3000;

const address = (name) => new URL(name, registration.scope).href;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
// Only a resident's consent, or a page that nobody has touched, puts a new version in charge (public/start.js).
addEventListener("message", (event) => event.data === "take over" && skipWaiting());

// All or nothing: one file that is missing or not what was published, and the version at hand stays in charge.
async function install() {
  const fetched = Object.entries(FILES).map(async ([name, integrity]) => {
    const answer = await fetch(address(name), { cache: "no-cache", integrity });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return [address(name), answer];
  });
  const answers = await Promise.all(fetched);
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(answers.map(([key, answer]) => cache.put(key, answer)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// Other apps of the same origin have caches too; none of theirs begins so.
async function activate() {
  const old = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== CACHE && key !== FEED);
  await Promise.all(old.map((key) => caches.delete(key)));
  // Safari before 15.4 has none.
  if (registration.navigationPreload) await registration.navigationPreload.enable();
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(registration.scope)) return;
  const name = url.href.slice(registration.scope.length);
  if (request.mode === "navigate") {
    // Files such as feed.json and calendar files are no pages.
    if (!/\.(?!html$)[^/]*$/.test(url.pathname)) event.respondWith(page(event));
  } else if (name in FILES) {
    event.respondWith(file(request));
  }
});

// Network first, with a limit. A server that is ill is no better than none; a page that it has not got is its answer.
async function page(event) {
  const network = Promise.resolve(event.preloadResponse).then((answer) => answer || fetch(event.request));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([network, late]).catch(() => null);
  if (answer && answer.status < 500) return answer;
  const cache = await caches.open(CACHE).catch(() => null);
  const shell = cache && (await cache.match(address(SHELL)));
  return shell || network;
}

// The name holds the content's hash, so that what is kept is right.
async function file(request) {
  const kept = await caches.match(request, { cacheName: CACHE }).catch(() => null);
  return kept || fetch(request);
}
