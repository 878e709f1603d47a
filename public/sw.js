// The worker: the app without a network. Above this text the publisher writes what one version consists of:
//   const VERSION = "…";                       changes whenever any file does, or this text
//   const FILES = { "NAME": "sha256-…", … };   every file that the app needs, and the shell; each NAME but the shell's
//                                              holds its content's hash, so that no page can meet another version's.
//                                              Or null: the site has no worker any more, and this one takes itself away
// The feed is not its concern: the app keeps the last good copy itself, since only it can tell a good one.

const PREFIX = `medborgardialoger ${registration.scope} `;
const CACHE = PREFIX + VERSION;
const NAMES = Object.keys(FILES || {});
// public/start.js keeps the feed here; it outlives every version.
const FEED = PREFIX + "feed";
const SHELL = "shell.html";
// How long a page may take before the one at hand is shown, and how long a server that lacks a file counts as ill, in
// milliseconds.
const PATIENCE = 3000;
const ILL = 60000;
// Until when it does.
let ill = 0;
// Posters and statements: the app has none of them, so what only the server has may take its time. Where it can't be had a
// poster gives way to its dialogue.
const ONLY = /^(?:(?:lattlast|fi|en)\/)?(?:tillganglighet|dialog\/[^/]+\/(affisch))\/$/;
// A file of some version, by the hash in its name.
const HASHED = /^[^/]+-[0-9a-f]{12,16}(_bg)?\.(js|css|wasm|txt)$/;

const address = (name) => new URL(name, registration.scope).href;

addEventListener("install", (event) => event.waitUntil(FILES ? install() : skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(FILES ? forget([CACHE, FEED]) : leave()));
// A page sends the names of its files: if they are this version's, nobody notices that it takes over. Else only a
// resident's consent, or a page that nobody has touched, puts it in charge (public/start.js).
addEventListener("message", (event) => {
  const { data, source } = event;
  if (data === "take over" || data.every((name) => NAMES.includes(name))) event.waitUntil(takeOver());
  else source.postMessage("newer");
});
if (FILES) addEventListener("fetch", answer);

// All or nothing: one file that is missing or not what was published, and the version at hand stays in charge.
async function install() {
  const fetched = Object.entries(FILES).map(async ([name, integrity]) => {
    const answer = await fetch(address(name), { cache: "no-cache", integrity });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    // A copy, without the mark of a host that leads shell.html to another name: no page may be answered by such a one.
    return [address(name), new Response(answer.body, answer)];
  });
  const answers = await Promise.all(fetched);
  // The version in charge may be this very one: where another waits, a browser that meets it again installs it anew.
  const own = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(answers.map(([key, answer]) => cache.put(key, answer)));
  } catch (error) {
    if (!own) await caches.delete(CACHE);
    throw error;
  }
}

// Nobody is in charge without the files of its own.
async function takeOver() {
  if (FILES) await mend();
  await skipWaiting();
}

// Other apps of the same origin have caches too; none of theirs begins so. A version that is coming has one already: it
// will forget all this itself.
async function forget(kept) {
  const old = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && !kept.includes(key));
  if (registration.installing || registration.waiting) return;
  await Promise.all(old.map((key) => caches.delete(key)));
}

async function leave() {
  await forget([]);
  await registration.unregister();
}

function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(registration.scope)) return;
  const name = url.href.slice(registration.scope.length);
  if (request.mode === "navigate") {
    // Files such as feed.json and calendar files are no pages.
    if (!/\.(?!html$)[^/]*$/.test(url.pathname)) event.respondWith(page(event));
  } else if (NAMES.includes(name)) {
    event.respondWith(file(request));
  } else if (HASHED.test(name)) {
    event.respondWith(other(event));
  }
}

// Network first, with a limit. A server that is ill is no better than none; a page that it has not got is its answer.
// Without the browser's preload of navigations: where that fails, Firefox shows its error page all the same.
async function page(event) {
  const { request } = event;
  event.waitUntil(mend().catch(() => {}));
  const url = new URL(request.url);
  const only = ONLY.exec(url.pathname.slice(new URL(registration.scope).pathname.length));
  const shell = Date.now() < ill && !only && (await kept(address(SHELL)));
  if (shell) return shell;
  const network = fetch(request);
  const late = new Promise((resolve) => only || setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([network, late]).catch(() => null);
  if (answer && answer.status < 500) return answer;
  const here = await kept(address(SHELL));
  return here && only && only[1] ? Response.redirect(new URL("..", url)) : here || network;
}

// A browser that is short of space may have thrown away what was kept.
const mend = async () => (await caches.has(CACHE)) || install();

// A file of another version, for a page that the network gave, or that Back brought. Where it can't be had the page gives
// way to the version at hand.
async function other({ request, clientId }) {
  const answer = await fetch(request).catch(() => Response.error());
  // Whoever leaves a page breaks off what it still asks for.
  if (!answer.ok && !request.signal.aborted && Date.now() > ill) {
    ill = Date.now() + ILL;
    const client = await clients.get(clientId);
    if (client && client.navigate) client.navigate(client.url).catch(() => {});
  }
  return answer;
}

// The name holds the content's hash, so that what is kept is right.
const file = async (request) => (await kept(request)) || fetch(request);

const kept = (request) => caches.match(request, { cacheName: CACHE }).catch(() => null);
