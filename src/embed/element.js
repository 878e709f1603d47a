// The element: <medborgar-dialoger>, the app as a guest in another's page. Above this text the publisher writes what one
// version consists of:
//   const NAMES = { js: "…", wasm: "…", words: { sv: "…" }, style: "…", aloud: "…", keeps: true };
// Nothing here is left to what other scripts of the page may have put in the place of Array's or Element's own functions:
// old Prototype does. What the app itself does in its node stands in src/host/element.rs.

const base = new URL(".", import.meta.url);
const NAME = "medborgar-dialoger";
// The attributes that say what is shown of the feed (src/domain/excerpt.rs), and those that ask for a new beginning.
const CHOICES = ["district", "topic", "organiser", "group", "limit", "layout"];
const LOOKS = ["theme", "accent"];
const WHOLE = ["feed", "lang", "param", "heading-level"];

// ---- What all elements of a page share: the app's files, once, and one request for a feed.

let loading;
const load = () => (loading = loading || files());
async function files() {
  try {
    const url = (name) => new URL(name, base);
    const style = fetch(url(NAMES.style)).then(whole);
    const wasm = fetch(url(NAMES.wasm));
    // Told below, whichever fails first.
    style.catch(() => {});
    wasm.catch(() => {});
    const { default: init, mount } = await import(url(NAMES.js));
    await init({ module_or_path: wasm });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await style).text());
    // As in public/start.js.
    if ("speechSynthesis" in self) import(url(NAMES.aloud)).catch(() => {});
    return { mount, sheet };
  } catch (error) {
    // The next element may have more luck.
    loading = null;
    throw error;
  }
}
// The words of a language, once.
const said = new Map();
function words(lang) {
  if (!said.has(lang)) {
    const text = fetch(new URL(NAMES.words[lang], base)).then(whole).then((answer) => answer.text());
    text.catch(() => said.delete(lang));
    said.set(lang, text);
  }
  return said.get(lang);
}
// The line of the words with their own tag (src/text/mod.rs).
const TAG = 1;
// Ours for a tag (BCP 47), else Swedish.
function tongue(tag) {
  const plain = tag.toLowerCase();
  if (plain === "sv-simple") return "lattlast";
  const lang = plain.split("-")[0];
  return typeof NAMES.words[lang] === "string" ? lang : "sv";
}
function whole(answer) {
  if (answer.ok) return answer;
  throw new Error(`${answer.url}: ${answer.status}`);
}

const feeds = new Map();
function ask(address) {
  if (!feeds.has(address)) {
    const stop = new AbortController();
    const answer = fetch(address, { cache: "no-cache", signal: stop.signal });
    answer.catch(() => {});
    feeds.set(address, { answer, stop });
    // Whoever comes later wants a newer one.
    setTimeout(() => feeds.delete(address), 5000);
  }
  const { answer, stop } = feeds.get(address);
  const own = answer.then((response) => response.clone());
  own.catch(() => {});
  return { feed: own, stop };
}

// The last good copy of a feed, and the device's sheet for sharing: as in public/start.js.
const shelf = `medborgardialoger ${base.href} feed`;
const copy = async (address) => {
  const kept = await caches.match(address, { cacheName: shelf });
  return [await kept.arrayBuffer(), +kept.headers.get("fetched")];
};
const kept = (address) => Promise.race([copy(address), new Promise((_, no) => setTimeout(no, 3000))]);
const keep = async (address, bytes) =>
  NAMES.keeps &&
  (await caches.open(shelf)).put(
    address,
    new Response(bytes, { headers: { "content-type": "application/json", fetched: Date.now() } }),
  );
const share = async (text, url) => {
  try {
    if (navigator.share) return await navigator.share({ text, url });
  } catch (error) {
    if (error.name === "AbortError") return;
  }
  await navigator.clipboard.writeText(url);
  return true;
};

// ---- The address: one parameter of the page's is ours, and all else there stays letter by letter.

const nameOf = (part) => new URLSearchParams(part).keys().next().value;
const read = (param) => new URLSearchParams(location.search).get(param) || "";
// The address without a parameter, ready for one more; and its fragment.
function around(param) {
  let page = location.href.split(/[?#]/)[0] + "?";
  for (const part of location.search.slice(1).split("&")) {
    if (part && nameOf(part) !== param) page += part + "&";
  }
  return page;
}
function full(param, value) {
  const page = around(param);
  const ours = value && `${encodeURIComponent(param)}=${encodeURIComponent(value).replace(/%2F/g, "/")}`;
  return (ours ? page + ours : page.slice(0, -1)) + location.hash;
}
// Those that are in use on this page; who names none gets one that is free.
const params = new Set();
function free() {
  let param = "dialog";
  for (let i = 2; params.has(param) || document.querySelector(`${NAME}[param="${param}"]`); i++) param = `dialog-${i}`;
  return param;
}

// WCAG 2.2, "relative luminance": where black and white are read alike.
function on(colour) {
  const light = (i) => (parseInt(colour.slice(i, i + 2), 16) / 255) ** 2.2;
  return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5) > 0.179 ? "#000" : "#fff";
}

const dark = matchMedia("(prefers-color-scheme: dark)");

class Dialogues extends HTMLElement {
  static get observedAttributes() {
    return [...CHOICES, ...WHOLE, ...LOOKS];
  }

  // The app's node, the handle of what stands in it, our parameter and its value.
  #app = null;
  #handle = null;
  #param = "";
  #value = "";
  // Where a reader stood and what had the focus, by our parameter's value.
  #stands = new Map();
  #due = false;
  #failed = false;
  #watch = null;
  #page = new MutationObserver(() => this.#dress());

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.append(document.createElement("slot"));
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("focusin", () => this.#note());
    // As in public/start.js.
    root.addEventListener("keydown", ({ key, target }) => {
      const open = key === "Escape" && !target.matches("input, select") && target.closest("details[open]");
      if (!open) return;
      open.open = false;
      open.firstElementChild.focus();
    });
    // A page's own keys and its guards of forms know nothing of our fields.
    for (const kind of ["keydown", "keypress", "keyup", "input", "change"]) {
      root.addEventListener(kind, (event) => {
        if (event.key !== "Escape" && this.#app?.contains(event.target) && event.target.matches("input, select")) {
          event.stopPropagation();
        }
      });
    }
  }

  connectedCallback() {
    // It has only been moved.
    if (this.#app) return;
    this.#reserve();
    if (this.getAttribute("loading") !== "lazy") return void this.#start();
    this.#watch?.disconnect();
    this.#watch = new IntersectionObserver(
      (seen) => {
        if (!seen[seen.length - 1].isIntersecting) return;
        this.#watch.disconnect();
        this.#start();
      },
      { rootMargin: "600px" },
    );
    this.#watch.observe(this);
  }

  // Moved by moveBefore: nothing ends.
  connectedMoveCallback() {}

  disconnectedCallback() {
    // What is moved is back before this comes.
    setTimeout(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    // What could not begin may do so with another value.
    if (!this.#app) return void (this.#failed && WHOLE.includes(name) && this.#start());
    if (LOOKS.includes(name)) return this.#dress();
    // One answer to many changes at once.
    if (!this.#due) queueMicrotask(() => this.#answer());
    this.#due = WHOLE.includes(name) ? "whole" : this.#due || "choice";
  }

  #answer() {
    const due = this.#due;
    this.#due = false;
    if (!this.#app) return;
    if (due === "whole") {
      this.#end();
      this.#start();
    } else {
      this.#app.dataset.excerpt = this.#excerpt();
      this.#handle?.changed();
    }
  }

  async #start() {
    if (this.#app || !this.isConnected) return;
    // Older browsers keep what stands in the tag.
    if (!("adoptedStyleSheets" in this.shadowRoot)) return;
    const app = (this.#app = document.createElement("div"));
    this.#failed = false;
    this.#reserve();
    this.#value = read(this.#param);
    addEventListener("scroll", this.#note, { passive: true });
    addEventListener("popstate", this.#popped);
    dark.addEventListener("change", this.#dress);
    // Sites that turn dark by a button say so there.
    this.#page.observe(document.documentElement, { attributes: true });
    try {
      const other = this.getAttribute("feed");
      const feed = new URL(other || "feed.json", other ? document.baseURI : base).href;
      Object.assign(app, { kept, keep, share }, ask(feed), { write: (value, replace) => this.#write(value, replace) });
      Object.assign(app.dataset, {
        origin: base.origin,
        base: base.pathname,
        feed,
        page: around(this.#param),
        param: encodeURIComponent(this.#param),
        address: this.#value,
        excerpt: this.#excerpt(),
        // The page has a heading of its own.
        depth: Math.min(Math.max(this.getAttribute("heading-level") || 2, 1), 6) - 1,
        // On its own origin the app finds there what is followed here.
        saved: base.origin === location.origin ? base.pathname : base.href,
      });
      const text = words(tongue(this.getAttribute("lang") || document.documentElement.lang));
      const { mount, sheet } = await load();
      app.words = await text;
      if (this.#app !== app) return;
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.shadowRoot.replaceChildren(this.#around(app));
      this.#dress();
      this.#handle = mount(app);
      if (!this.#handle) throw new Error("the words are of another version");
    } catch (error) {
      if (this.#app !== app) return;
      this.#end();
      this.#failed = true;
      addEventListener("online", () => this.#start(), { once: true });
      console.warn(`${NAME}:`, error.message);
      this.#report(error.message);
    }
  }

  // In the order of the page, whichever element begins first: a shared link opens in the one that it was copied from.
  #reserve() {
    if (!this.#param) this.#param = this.getAttribute("param") || free();
    params.add(this.#param);
  }

  // What style/embed.css and the app's own styles hang on.
  #around(app) {
    let within = app;
    app.className = "main";
    for (const name of ["medborgardialoger", "embed"]) {
      const around = document.createElement("div");
      around.className = name;
      around.append(within);
      within = around;
    }
    app.parentNode.lang = app.words.split("\n")[TAG];
    return within;
  }

  #end() {
    this.#watch?.disconnect();
    this.#page.disconnect();
    removeEventListener("scroll", this.#note);
    removeEventListener("popstate", this.#popped);
    dark.removeEventListener("change", this.#dress);
    params.delete(this.#param);
    this.#param = "";
    this.#handle?.free();
    this.#app = this.#handle = null;
    this.shadowRoot.replaceChildren(document.createElement("slot"));
  }

  #excerpt() {
    const choices = new URLSearchParams();
    for (const name of CHOICES) if (this.getAttribute(name)) choices.set(name, this.getAttribute(name));
    return choices.toString();
  }

  // Dark if the attribute says so, else as the page around it: its color-scheme, or its meta element of that name.
  #dress = () => {
    if (!this.#app) return;
    const around = getComputedStyle(this.parentElement || document.documentElement).colorScheme;
    const meta = document.querySelector("meta[name=color-scheme]");
    const page = around && around !== "normal" ? around : (meta && meta.content) || "light";
    const theme = this.getAttribute("theme") || page;
    const isDark = /dark/.test(theme) && (!/light/.test(theme) || dark.matches);
    const embed = this.shadowRoot.querySelector(".embed");
    embed?.toggleAttribute("data-dark", isDark);
    // A colour such as #0b4a6f; on it, black or white, whichever is read better.
    const accent = /^#[0-9a-f]{6}$/i.test(this.getAttribute("accent")) && this.getAttribute("accent");
    for (const name of ["accent", "accent-strong", "on-accent"]) {
      if (accent) embed?.style.setProperty(`--${name}`, name === "on-accent" ? on(accent) : accent);
      else embed?.style.removeProperty(`--${name}`);
    }
  };

  // Nobody but the address that the page gives is told, and nothing of who reads it: no cookie, and no query.
  #report(message) {
    const to = this.getAttribute("report-url");
    if (!to) return;
    const body = `${NAME} ${NAMES.js} ${location.origin}${location.pathname}: ${message}`;
    // An address that is none fails as well.
    Promise.resolve()
      .then(() => new URL(to, document.baseURI))
      .then((url) => fetch(url, { method: "POST", mode: "no-cors", credentials: "omit", referrerPolicy: "no-referrer", keepalive: true, body }))
      .catch(() => {});
  }

  #popped = () => {
    const value = read(this.#param);
    if (value === this.#value) return;
    this.#value = this.#app.dataset.address = value;
    const stand = this.#stands.get(value) || {};
    this.#handle?.changed();
    requestAnimationFrame(() => {
      this.#focus(stand.id) || this.#focus();
      // The browser has tried before there was anything to come back to.
      if ("top" in stand) scrollTo(scrollX, stand.top);
    });
  };

  // A focus that is lost, as when its element is taken away, is nothing to come back to.
  #note = () => {
    const id = this.shadowRoot.activeElement?.id || this.#stands.get(this.#value)?.id;
    this.#stands.set(this.#value, { top: scrollY, id });
  };

  // Gives the focus to what has an id, or to the page's heading.
  #focus(id) {
    const at = id === undefined ? this.#app?.querySelector(".heading-title") : this.shadowRoot.getElementById(id);
    at?.focus({ preventScroll: true });
    return !!at;
  }

  // The filter has changed: the list is the same page under another address.
  #write(value, replace) {
    this.#value = this.#app.dataset.address = value;
    this.#note();
    const address = full(this.#param, value);
    if (replace) history.replaceState(history.state, "", address);
    else history.pushState(null, "", address);
    // What was tapped may be gone, as a chip is.
    requestAnimationFrame(() => document.activeElement === document.body && this.#focus("hits"));
  }

  #click(event) {
    if (!this.#app?.contains(event.target)) return;
    // Scripts of the page that follow links, or make whole boxes clickable, must not take ours.
    event.stopPropagation();
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented) return;
    if (link.hasAttribute("download")) return this.#tell("calendar", { file: link.download });
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target) return;
    const href = link.getAttribute("href");
    if (href[0] === "#") {
      event.preventDefault();
      this.shadowRoot.getElementById(href.slice(1))?.scrollIntoView();
    } else if (link.rel !== "external" && href.startsWith(this.#app.dataset.page.slice(0, -1))) {
      event.preventDefault();
      // Safari gives a tapped link no focus, and Back is to find it again.
      link.focus({ preventScroll: true });
      this.#note();
      this.#go(new URL(href).searchParams.get(this.#param) || "", link.hasAttribute("data-noscroll"));
    }
  }

  #go(value, stays) {
    if (value === this.#value) return;
    try {
      this.#write(value, false);
    } catch {
      // Safari refuses more than 100 in 30 seconds: the page is shown all the same.
    }
    this.#handle.changed();
    if (/^[^?/]/.test(value) && !value.includes("/")) this.#tell("open", { id: value });
    if (stays) return;
    requestAnimationFrame(() => {
      this.#focus();
      const { top } = this.getBoundingClientRect();
      if (top < 0 || top > innerHeight) this.scrollIntoView();
    });
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`${NAME}:${what}`, { bubbles: true, composed: true, detail }));
  }
}

// Another version, or this one loaded twice, may have been first.
if (!customElements.get(NAME)) customElements.define(NAME, Dialogues);
