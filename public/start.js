// Loads the app: the JavaScript and the wasm whose names Trunk writes on this script's element (Trunk.toml).
// An external file, so that a policy of script-src 'self' 'wasm-unsafe-eval' is enough.

const base = new URL(".", import.meta.url);
const names = document.querySelector("script[data-wasm]").dataset;
const app = document.getElementById("app");

// The app learns here where it is served. A <base> element would break links such as #innehall.
app.dataset.base = base.pathname;

try {
  const { default: start } = await import(new URL(names.js, base));
  // The very request that index.html preloads (Trunk.toml), so that nothing is loaded twice.
  const wasm = fetch(new URL(names.wasm, base), { mode: "no-cors", credentials: "include" });
  await start({ module_or_path: wasm });
} catch (error) {
  console.error(error);
  const sorry = document.createElement("p");
  sorry.setAttribute("role", "alert");
  sorry.textContent =
    "Sidan kunde inte starta i din webbläsare. Ladda om sidan, eller prova en nyare eller en annan webbläsare. " +
    "Hjälper inte det kan webbläsaren eller nätverket ha stoppat WebAssembly, som sidan är byggd med.";
  // In front, so that whatever was already readable stays.
  app.prepend(sorry);
}
