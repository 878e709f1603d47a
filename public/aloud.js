// Reads a dialogue's page aloud: <medborgar-aloud>, an empty place in the page (src/part/aloud.rs) that has buttons where the
// device has a voice in the page's language, and nothing where it has none. Loaded only where there is speech at all, by
// public/start.js and src/embed/element.js; it needs nothing of the app. Its buttons stand in the page itself, not in a
// shadow tree: so the page's own styles hold for them, on paper and in an embed too.
// The page's text is never touched: sentences are found in it, and marked by a highlight (style/parts.css).

const NAME = "medborgar-aloud";
const speech = speechSynthesis;
// What is no text, or can't be seen: controls, what is closed, and a map's address, as on paper.
const SKIP =
  "button, .button, .actions, .calendar-link, .poster-link, [download], a[target], nav, summary, details:not([open]), .visually-hidden, [aria-hidden=true]";
// After a sentence: its stop, before something that may begin one. Not the stop of "kl. 16".
const END = /[.!?…؟۔।]+["'”’»)\]]*\s+(?=["'“„«(\[]*[\p{Lu}\p{Lo}])|[。！？]/gu;
// "t.ex.", "bl.a.", an initial: no end of a sentence, or that of a short one.
const SHORT = /(^|[\s(])(\p{L}{1,2}\.)+\s*$/u;

// All such elements that stand in a page; and what is being read, of which there is one at a time:
// { by: element, title, at: number of the sentence, text: that sentence, paused, utterance, follows, top, off }.
const all = new Set();
let reading = null;

const plain = (tag) => tag.toLowerCase().split(/[-_]/)[0];

// Only a voice of the device itself (localService): what another's computer is to speak is sent there, and nobody else
// shall learn what a resident reads.
function voice(tag) {
  let found;
  for (const voice of speech.getVoices()) {
    if (!voice.localService || plain(voice.lang) !== plain(tag)) continue;
    if (!found || (voice.default && !found.default)) found = voice;
  }
  return found;
}

// The sentences of a page, in its order; each is of one block and one language.
function sentences(page) {
  const found = [];
  let run = { text: "", parts: [] };
  const cut = () => {
    let from = 0;
    for (const end of run.text.matchAll(END)) {
      const to = end.index + end[0].length;
      if (SHORT.test(run.text.slice(from, to))) continue;
      found.push(sentence(run, from, to));
      from = to;
    }
    found.push(sentence(run, from, run.text.length));
  };
  const walk = (at, block, lang) => {
    for (const child of at.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        if (run.block !== block || run.lang !== lang) {
          cut();
          run = { text: "", parts: [], block, lang };
        }
        run.parts.push([child, run.text.length]);
        run.text += child.data;
      } else if (child.nodeType === Node.ELEMENT_NODE && !child.matches(SKIP)) {
        const { display, visibility } = getComputedStyle(child);
        if (display === "none" || visibility !== "visible") continue;
        const inline = display.startsWith("inline");
        // What is a box in a line stands apart from its neighbours.
        if (inline && display !== "inline") run.text += " ";
        walk(child, inline ? block : child, child.lang || lang);
        if (inline && display !== "inline") run.text += " ";
      }
    }
  };
  walk(page, page, page.closest("[lang]").lang);
  cut();
  return found.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function sentence({ text, parts, lang }, from, to) {
  const words = text.slice(from, to).trim();
  const begin = text.indexOf(words, from);
  // Where a character of the run stands in the page.
  const point = (offset) => {
    let part = parts[0];
    for (const other of parts) if (other[1] <= offset) part = other;
    return [part[0], Math.min(offset - part[1], part[0].length)];
  };
  const range = () => {
    const range = document.createRange();
    range.setStart(...point(begin));
    const [node, offset] = point(begin + words.length - 1);
    range.setEnd(node, Math.min(offset + 1, node.length));
    return range;
  };
  // A middle dot parts facts.
  return { text: words.replace(/\s*·\s*/g, ", ").replace(/\s+/g, " "), lang, range };
}

// ---- One voice.

function play(by) {
  stop();
  // What a page before this one, or one around it, left behind.
  if (speech.speaking) speech.cancel();
  reading = { by, title: by.title(), at: 0, off: new AbortController() };
  const hear = (kinds, does) => {
    for (const kind of kinds) addEventListener(kind, does, { capture: true, passive: true, signal: reading.off.signal });
  };
  hear(["pagehide"], stop);
  hear(["keydown"], ({ key }) => key === "Escape" && stop());
  // Whoever scrolls wants to look elsewhere.
  const leave = () => reading && (reading.follows = false);
  hear(["wheel", "touchmove"], leave);
  // By keys or by its bar. Browsers move a page a little by themselves, as when the buttons come.
  hear(["scroll"], () => Math.abs(scrollY - reading?.top) > 50 && leave());
  go();
}

// Speaks the sentence at which it stands, or that after it. Each is an utterance of its own: some voices fall silent in the
// midst of a long one.
function go(step = 0) {
  const { by, text } = reading;
  const list = sentences(by.page());
  // The page may have been drawn anew, with more or less before this one.
  const same = list.findIndex((sentence) => sentence.text === text);
  let at = reading.at;
  if (same >= 0 && list[at]?.text !== text) at = same;
  at += step;
  // What the device has no voice for is passed over.
  while (list[at] && !voice(list[at].lang)) at++;
  if (!list[at]) return stop();
  const next = list[at];
  const utterance = new SpeechSynthesisUtterance(next.text);
  utterance.voice = voice(next.lang);
  utterance.lang = utterance.voice.lang.replace("_", "-");
  // One that was cancelled ends too, or fails, each engine in its way: then it is ours no more.
  utterance.onend = () => reading?.utterance === utterance && go(1);
  utterance.onerror = () => reading?.utterance === utterance && stop();
  // Held here, since Chromium forgets one that nobody holds, and its end with it.
  Object.assign(reading, { at, text: next.text, utterance, paused: false });
  // The buttons first: they may move what is looked for.
  draw();
  const range = next.range();
  if (globalThis.Highlight) CSS.highlights.set(NAME, new Highlight(range));
  show(range);
  // Chromium may still be paused by the page before.
  speech.resume();
  speech.speak(utterance);
}

// Android does not pause: so nobody does, and goes on from the beginning of the sentence.
function pause() {
  Object.assign(reading, { utterance: null, paused: true });
  speech.cancel();
  draw();
}

function stop() {
  if (!reading) return;
  const { off, by } = reading;
  off.abort();
  reading = null;
  speech.cancel();
  if (globalThis.Highlight) CSS.highlights.delete(NAME);
  const lost = by.contains(by.getRootNode().activeElement);
  draw();
  if (lost) by.does.focus();
}

// Brings a sentence into sight if it is out of it, at once: nothing here moves slowly.
function show(range) {
  if (reading.follows === false) return;
  const at = range.startContainer.parentElement;
  // It may scroll by itself; else the buttons stand above the text.
  const box = at.closest(".when-where");
  const seen = () => {
    const { top, bottom } = range.getBoundingClientRect();
    const within = box && box.getBoundingClientRect();
    const above = within ? within.top : reading.by.getBoundingClientRect().bottom;
    return top >= Math.max(above, 0) && bottom <= Math.min(within ? within.bottom : innerHeight, innerHeight);
  };
  if (!seen()) at.scrollIntoView({ block: "center", behavior: "instant" });
  if (!seen()) scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3, behavior: "instant" });
  reading.top = scrollY;
}

// ---- The element.

function draw() {
  for (const by of all) by.draw();
}

class Aloud extends HTMLElement {
  constructor() {
    super();
    this.does = button(() => {
      if (reading?.by !== this) return play(this);
      if (!reading.paused) return pause();
      reading.follows = true;
      go();
    });
    this.ends = button(stop);
  }

  connectedCallback() {
    all.add(this);
    this.join();
    // What it is to read may come just after it.
    queueMicrotask(() => this.join());
  }

  join() {
    // The app has taken its print's place, with the same page.
    if (reading && !reading.by.isConnected && reading.title === this.title()) reading.by = this;
    this.draw();
  }

  disconnectedCallback() {
    all.delete(this);
    // What is moved is back before this comes, and what takes its place is there.
    setTimeout(() => reading && !reading.by.isConnected && stop());
  }

  // The page that it stands in.
  page() {
    return this.getRootNode().querySelector("article.detail");
  }

  title() {
    return this.page()?.querySelector(".heading-title").textContent;
  }

  draw() {
    const mine = reading?.by === this;
    this.does.textContent = this.getAttribute(!mine ? "play" : reading.paused ? "resume" : "pause");
    this.ends.textContent = this.getAttribute("stop");
    const there = this.page() && voice(this.closest("[lang]").lang);
    for (const [at, wanted] of [[this.does, there], [this.ends, there && mine]]) {
      // Prototype's own `remove` fails where there is nothing to remove from.
      if (!wanted) at.parentNode?.removeChild(at);
      else if (at.parentNode !== this) this.append(at);
    }
    this.toggleAttribute("data-on", mine);
  }
}

// `aloud` says that it needs no app (public/no-app.css, start.js).
function button(does) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button-plain aloud";
  button.setAttribute("part", "button-plain");
  button.addEventListener("click", does);
  return button;
}

// Another version may have been first, for another embed.
if (!customElements.get(NAME)) {
  customElements.define(NAME, Aloud);
  // Chromium has no voices at first, and says when it has; Safari has none at first, and does not.
  speech.addEventListener?.("voiceschanged", draw);
  for (const wait of [300, 1000, 3000]) setTimeout(draw, wait);
}
