// Offers this page in the language that the reader's browser wishes for, in that language's words. start.js loads it only
// where the page is in another one. It forces nothing, and asks once.

// Lines of the words (src/text/mod.rs: tag, offer, offer_no, language).
const TAG = 1, OFFER = 4, NO = 5, LANGUAGE = 6;

// lang: `fi`; base: where the app stands; words: the name of that language's file.
export async function offer(lang, base, words) {
  const key = `medborgardialoger ${base.pathname} offer`;
  // A storage that is blocked remembers nothing.
  const remember = (value) => {
    try {
      return value ? localStorage.setItem(key, value) : localStorage.getItem(key);
    } catch {}
  };
  if (remember() === lang) return;
  const answer = await fetch(new URL(words, base));
  if (!answer.ok) return;
  const lines = (await answer.text()).split("\n");

  const make = (tag, className, words) => Object.assign(document.createElement(tag), { className, textContent: words });
  const nav = make("nav", "medborgardialoger offer", "");
  nav.lang = lines[TAG];
  nav.setAttribute("aria-label", lines[LANGUAGE]);
  const yes = make("a", "button", lines[OFFER]);
  yes.rel = "external";
  // The app's own way there, which leads to whatever page is shown by then (src/part/languages.rs).
  const lead = () => {
    const way = document.querySelector(`.languages [hreflang="${lines[TAG]}"]`);
    yes.href = way ? way.href : new URL(lang === "sv" ? "." : `${lang}/`, base);
  };
  lead();
  yes.addEventListener("click", lead);
  // Asked once, whatever the answer.
  yes.addEventListener("click", () => remember(lang));
  // Firefox does not scroll to what a key has led to as long as a part of it shows (WCAG 2.4.12).
  const show = ({ key, target }) => key === "Tab" && target.scrollIntoView({ block: "nearest" });
  addEventListener("keyup", show);
  const no = make("button", "button-plain", lines[NO]);
  no.type = "button";
  no.addEventListener("click", () => {
    remember(lang);
    nav.remove();
    removeEventListener("keyup", show);
    document.documentElement.classList.remove("offers");
    document.getElementById("content")?.focus({ preventScroll: true });
  });
  nav.append(yes, no);
  document.documentElement.classList.add("offers");
  document.body.append(nav);
}
