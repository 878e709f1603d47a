// Takes the embed away and puts a new one in, 200 times; `pages` is then the size of the wasm's memory after each.
const names = performance.getEntriesByType("resource").map((at) => at.name);
const { default: init } = await import(names.find((name) => /medborgardialoger-[0-9a-f]+\.js$/.test(name)));
const { memory } = await init();
const task = () => new Promise((go) => setTimeout(go, 1));
const pages = [];
for (let i = 0; i < 200; i++) {
  document.querySelector("medborgar-dialoger").remove();
  await task();
  const at = document.createElement("medborgar-dialoger");
  document.querySelector("main").append(at);
  while (!at.shadowRoot.querySelector(".card")) await task();
  pages.push(memory.buffer.byteLength / 65536);
}
window.pages = pages;
