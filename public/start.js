// Loads the app: the JavaScript and the wasm whose names Trunk writes on this script's element (Trunk.toml), and the words
// of the page's language, whose names the publisher writes there.
// An external file, so that a policy of script-src 'self' 'wasm-unsafe-eval' is enough.

const base = new URL(".", import.meta.url);
const names = document.querySelector("script[data-wasm]").dataset;
// The pages of a language lie in a folder of its name; Swedish ones in none (src/domain/lang.rs).
const tongues = JSON.parse(names.words);
const folder = location.pathname.slice(base.pathname.length).split("/")[0];
// Not `in`, which knows /constructor/ too, and not Object.hasOwn, which Safari has since 15.4.
const known = Object.keys(tongues);
const tongue = known.includes(folder) ? folder : "sv";
const words = tongues[tongue];
const app = document.getElementById("app");

// The app learns here where it is served. A <base> element would break links such as #content.
app.dataset.base = base.pathname;

// In a frame of another's page, whatever its address has become there, it has no head and foot of its own (src/embed/framed.js).
// Elsewhere a reader whose browser wishes for another language is offered it, unless she comes from a page of ours: then
// she has chosen.
const wish = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => known.includes(tag));
if (parent !== self || new URLSearchParams(location.search).has("embed")) import(new URL("framed.js", base)).catch(() => {});
else if (wish && wish !== (tongue === "lattlast" ? "sv" : tongue) && !document.referrer.startsWith(base.href)) {
  import(new URL(names.offer, base)).then(({ offer }) => offer(wish, base, tongues[wish])).catch(() => {});
}

// The one request for the feed, beside the wasm; the app waits for it and may stop it (src/browser/fetch.rs). Always
// asked anew: a meeting may have been called off since.
app.stop = new AbortController();
app.feed = fetch(new URL("feed.json", base), { cache: "no-cache", signal: app.stop.signal });
// Told by the app, or by nobody when there is no app.
app.feed.catch(() => {});

// The last good copy of a file: when there is one, [bytes, time of fetching in milliseconds]. The worker's versions come
// and go, and this stays (sw.js: FEED). Where nothing can be kept both fail; a site without a worker keeps nothing.
const shelf = `medborgardialoger ${base.href} feed`;
const copy = async (address) => {
  const kept = await caches.match(address, { cacheName: shelf });
  return [await kept.arrayBuffer(), +kept.headers.get("fetched")];
};
// A storage that never answers is none.
app.kept = (address) => Promise.race([copy(address), new Promise((_, no) => setTimeout(no, 3000))]);
app.keep = async (address, bytes) =>
  names.worker &&
  (await caches.open(shelf)).put(
    address,
    new Response(bytes, { headers: { "content-type": "application/json", fetched: Date.now() } }),
  );

// Hands an address on by the device's own sheet, or copies it and says so; fails where neither may be.
app.share = async (text, url) => {
  try {
    if (navigator.share) return await navigator.share({ title: document.title, text, url });
  } catch (error) {
    // Whoever closes the sheet wants nothing more.
    if (error.name === "AbortError") return;
  }
  await navigator.clipboard.writeText(url);
  return true;
};

// Lines of the words (src/text/mod.rs: tag, slow_start, no_start).
const TAG = 1, SLOW = 2, FAILED = 3;

// Safari before 15 knows no await at the top of a module, and would not even say so.
async function start() {
  // The very requests that are preloaded (Trunk.toml, host/print/head.rs), so that nothing is loaded twice.
  const ask = (name) => fetch(new URL(name, base), { mode: "no-cors", credentials: "include" });
  const wasm = ask(names.wasm);
  const said = ask(words);
  const { default: init } = await import(new URL(names.js, base));
  const answer = await said;
  if (!answer.ok) throw new Error(`${words}: ${answer.status}`);
  app.words = await answer.text();
  // A page that is printed for any address does not know it.
  document.documentElement.lang = app.words.split("\n")[TAG];
  await init({ module_or_path: wasm });
}

// A printed page stays and can be read: what is dead is hidden, and its own line says so (no-app.css). The app switches
// this back if it does come. A page without a print must say why it is empty.
function without(line) {
  document.getElementById("no-app").media = "all";
  if (app.dataset.print) return;
  const sorry = app.querySelector("[role=alert]") || document.createElement("p");
  sorry.setAttribute("role", "alert");
  // Without its words it can say no more than its name.
  sorry.textContent = app.words ? app.words.split("\n")[line] : document.title;
  app.prepend(sorry);
}

// ---- What a resident holds in a print, while the app takes its place (src/host/take_over.rs). Here and not in the app,
// since it must be heard before the app is there, and would weigh 4.5 KB there.

// Until when a word is being composed that must not lose its field, and a press that must not lose its link before the
// click; and when the last key, press or choice was. In milliseconds. Heard for as long as a print stands.
let word = 0, press = 0, doing = 0;
const now = () => performance.now();
const heard = new AbortController();
function hear(kinds, note) {
  if (!app.dataset.print) return;
  for (const kind of kinds) addEventListener(kind, note, { capture: true, signal: heard.signal });
}
hear(["keydown", "pointerdown", "input", "change"], () => (doing = now()));
hear(["compositionstart"], () => (word = Infinity));
hear(["compositionend"], () => (word = now() + 50));
// Some presses never end, as when a menu opens.
hear(["pointerdown"], () => (press = now() + 1000));
hear(["pointerup", "pointercancel"], () => (press = now() + 50));

// Whether a list of choices may stand open, or a date is half typed (a year that is being typed is 0002 or 0020).
function choosing() {
  const at = document.activeElement;
  return at.matches(".filter-bar select, .filter-bar [type=date]") && (!at.value || at.value[0] === "0");
}
// A list that is closed looks no other, so nobody is waited for longer than 10 s without doing anything.
const busy = () => now() < press || (now() < doing + 10000 && (now() < word || choosing()));

const all = (css) => Array.from(app.querySelectorAll(css));
const label = (details) => details.firstElementChild.textContent;
const named = (name) => app.querySelector(`.filter-bar [name="${name}"]`);

// The way down to an element, and the element that it leads to.
function way(at) {
  const path = [];
  for (; app.contains(at) && at !== app; at = at.parentElement) {
    path.unshift(Array.from(at.parentElement.children).indexOf(at));
  }
  return path;
}
const along = (path) => path.reduce((at, i) => at && at.children[i], app);

// The button that was tapped last, such as "Följ": in a print it answers nobody yet.
let tap;
hear(["click"], ({ target }) => {
  const button = target.closest("#app button:not(.aloud)");
  if (button) tap = [way(button), button.textContent];
});

// Characters of the app's text before a point in it, and back.
function before(node, offset) {
  const range = document.createRange();
  range.setStart(app, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
function point(after) {
  const texts = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (after <= texts.currentNode.length) return [texts.currentNode, after];
    after -= texts.currentNode.length;
  }
  return [app, 0];
}

// Waits for a moment when nothing is cut short, notes what is held, and answers how to give it back to the page that
// stands there then. What that has no place for is let go.
app.hold = async () => {
  while (busy()) await new Promise((go) => setTimeout(go, 50));
  heard.abort();

  const top = scrollY;
  const open = all("details").map((details) => [label(details), details.open]);
  const values = all(".filter-bar [name]").filter((at) => at.value).map((at) => [at.name, at.value]);
  const focus = document.activeElement;
  const path = way(focus);
  const { selectionStart, selectionEnd, selectionDirection } = focus;
  const selection = getSelection();
  const words = selection.toString();
  // A field has a selection of its own.
  const outside = words && typeof selectionStart !== "number";
  const inside = outside && app.contains(selection.anchorNode) && app.contains(selection.focusNode);
  const marked = inside && [
    before(selection.anchorNode, selection.anchorOffset),
    before(selection.focusNode, selection.focusOffset),
  ];

  return async () => {
    all("details").forEach((details, i) => {
      if (open[i] && open[i][0] === label(details)) details.open = open[i][1];
    });
    const changed = values.filter(([name, value]) => named(name) && named(name).value !== value);
    for (const [name, value] of changed) named(name).value = value;
    if (path.length) {
      const by = focus.id ? document.getElementById(focus.id) : along(path);
      if (by) {
        by.focus({ preventScroll: true });
        // A date, a list and a link have none.
        if (typeof selectionStart === "number") by.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
      }
    }
    // After the focus, which would take it away in Safari.
    if (marked) {
      selection.setBaseAndExtent(...point(marked[0]), ...point(marked[1]));
      if (selection.toString() !== words) selection.removeAllRanges();
    }
    // A fling of the thumb goes on where nothing moved.
    if (scrollY !== top) scrollTo(0, top);
    // The app hears of it as of the resident's own doing: first its own effects run, and then one control after the
    // other is heard, since each answer draws all of them.
    for (let i = 0; i < changed.length; i++) {
      await (i && new Promise((go) => setTimeout(go)));
      const control = named(changed[i][0]);
      if (!control) continue;
      control.value = changed[i][1];
      for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    const button = tap && along(tap[0]);
    if (button && button.textContent === tap[1]) button.click();
  };
};

// Escape closes what was opened, but for what the browser itself has open there.
addEventListener("keydown", ({ key, target }) => {
  const open = key === "Escape" && !target.matches("input, select") && target.closest("details[open]");
  if (!open) return;
  open.open = false;
  open.firstElementChild.focus();
});

// ---- The worker (sw.js), where the publisher gives one: the app without a network, and how a new version comes.

let touched = false;
for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"]) {
  addEventListener(kind, () => (touched = true), { once: true, passive: true });
}

async function work() {
  const { serviceWorker } = navigator;
  const begun = performance.now();
  const registration = await serviceWorker.register(new URL(names.worker, base), { updateViaCache: "none" });

  // What this page is made of. A worker of the very same takes over by itself, any other answers "newer".
  const styles = Array.from(document.querySelectorAll("link[rel=stylesheet]"), (at) => at.href)
    // A browser's translator puts in its own.
    .filter((href) => href.startsWith(base.href));
  const files = [import.meta.url, names.js, names.wasm, words, ...styles].map((name) => new URL(name, base).href);
  const mine = files.map((file) => file.slice(base.href.length));
  const ask = (worker) => worker && registration.active && worker.postMessage(mine);

  let consent = false;
  function renew() {
    consent = true;
    const { waiting } = registration;
    if (waiting) waiting.postMessage("take over");
    // Another tab has put it in charge already, or this page has no worker that could change.
    setTimeout(() => location.reload(), waiting ? 3000 : 0);
  }
  serviceWorker.addEventListener("controllerchange", () => {
    // A page in other hands stays as it is, and says that there is a newer one.
    if (consent) location.reload();
    else ask(serviceWorker.controller);
  });
  serviceWorker.addEventListener("message", ({ data }) => {
    if (data !== "newer" || app.renew) return;
    app.renew = renew;
    // Taken at once only by a page that has just come and that nobody has touched, and never twice in a row.
    const [{ type }] = performance.getEntriesByType("navigation");
    if (!touched && !doing && performance.now() < begun + 10000 && type !== "reload") renew();
    else dispatchEvent(new Event("newversion"));
  });

  const watch = (worker) =>
    worker && worker.addEventListener("statechange", () => worker.state === "installed" && ask(worker));
  registration.addEventListener("updatefound", () => watch(registration.installing));

  let asked = Date.now();
  const update = () => registration.update().catch(() => {});
  if (registration.active) await update();
  // One that waits is asked only when nothing newer is coming.
  if (registration.installing) watch(registration.installing);
  else ask(registration.waiting);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < 3600000) return;
    asked = Date.now();
    update();
  });
}

// ---- And now it begins.

// A print can be read and its filters filled in meanwhile, and a slow line is no failure: only an app that hangs is.
const late = app.dataset.print
  ? setTimeout(without, 60000)
  : setTimeout(without, 10000, SLOW);

start()
  .catch((error) => {
    console.error(error);
    without(FAILED);
  })
  .finally(() => clearTimeout(late))
  // Browsers that have none, or may not, show the page all the same.
  .then(() => names.worker && work())
  .catch(() => {});

if ("speechSynthesis" in self) import(new URL(names.aloud, base)).catch(() => {});
