// Loads the app: the JavaScript and the wasm whose names Trunk writes on this script's element (Trunk.toml).
// An external file, so that a policy of script-src 'self' 'wasm-unsafe-eval' is enough.

const base = new URL(".", import.meta.url);
const names = document.querySelector("script[data-wasm]").dataset;
const app = document.getElementById("app");

// The app learns here where it is served. A <base> element would break links such as #content.
app.dataset.base = base.pathname;

// Safari before 15 knows no await at the top of a module, and would not even say so.
async function start() {
  // The very request that Trunk.toml preloads, so that nothing is loaded twice.
  const wasm = fetch(new URL(names.wasm, base), { mode: "no-cors", credentials: "include" });
  const { default: init } = await import(new URL(names.js, base));
  await init({ module_or_path: wasm });
}

function say(text) {
  const sorry = app.querySelector("[role=alert]") || document.createElement("p");
  sorry.setAttribute("role", "alert");
  sorry.textContent = text;
  // In front, so that whatever was already readable stays.
  app.prepend(sorry);
}

const late = setTimeout(say, 10000, "Sidan laddas fortfarande. Kontrollera att du har nät, eller ladda om sidan.");

start()
  .catch((error) => {
    console.error(error);
    const waiting = app.querySelector(".starting");
    if (waiting) waiting.remove();
    say(
      "Sidan kunde inte starta i din webbläsare. Ladda om sidan, eller prova en nyare eller en annan webbläsare. " +
        "Hjälper inte det kan webbläsaren eller nätverket ha stoppat WebAssembly, som sidan är byggd med.",
    );
  })
  .finally(() => clearTimeout(late));
