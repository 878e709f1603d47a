// Loads the app: the JavaScript and the wasm whose names Trunk writes on this script's element (Trunk.toml).
// An external file, so that a policy of script-src 'self' 'wasm-unsafe-eval' is enough.

const base = new URL(".", import.meta.url);
const names = document.querySelector("script[data-wasm]").dataset;
const app = document.getElementById("app");

// The app learns here where it is served. A <base> element would break links such as #content.
app.dataset.base = base.pathname;

// The one request for the feed, beside the wasm; the app waits for it and may stop it (src/browser/fetch.rs). Always
// asked anew: a meeting may have been called off since.
app.stop = new AbortController();
app.feed = fetch(new URL("feed.json", base), { cache: "no-cache", signal: app.stop.signal });
// Told by the app, or by nobody when there is no app.
app.feed.catch(() => {});

// A word that is being composed (by an input method) must not lose its field; the app waits for its end.
for (const kind of ["start", "end"]) {
  app.addEventListener("composition" + kind, () => (app.dataset.composing = kind));
}

// Safari before 15 knows no await at the top of a module, and would not even say so.
async function start() {
  // The very request that Trunk.toml preloads, so that nothing is loaded twice.
  const wasm = fetch(new URL(names.wasm, base), { mode: "no-cors", credentials: "include" });
  const { default: init } = await import(new URL(names.js, base));
  await init({ module_or_path: wasm });
}

// A printed page stays and can be read: what would be dead is hidden, and its own line says so (no-app.css). The app
// switches this back if it does come. A page without a print must say why it is empty.
function without(text) {
  document.getElementById("no-app").media = "all";
  if (app.dataset.print) return;
  const sorry = app.querySelector("[role=alert]") || document.createElement("p");
  sorry.setAttribute("role", "alert");
  sorry.textContent = text;
  app.prepend(sorry);
}

const late = setTimeout(without, 10000, "Sidan laddas fortfarande. Kontrollera att du har nät, eller ladda om sidan.");

start()
  .catch((error) => {
    console.error(error);
    const waiting = app.querySelector(".starting");
    if (waiting) waiting.remove();
    without(
      "Sidan kunde inte starta i din webbläsare. Ladda om sidan, eller prova en nyare eller en annan webbläsare. " +
        "Hjälper inte det kan webbläsaren eller nätverket ha stoppat WebAssembly, som sidan är byggd med.",
    );
  })
  .finally(() => clearTimeout(late));
