// The page for editors (src/host/print/editor.rs): what is chosen becomes the preview and the code to copy.

const home = new URL("..", import.meta.url).href;
const all = (css) => document.querySelectorAll(css);
const main = document.querySelector(".editor");
const fields = document.getElementById("choices").querySelectorAll("[name]");
const OWN_COLOUR = "#0b4a6f";

const escape = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

// What is chosen, without what is so anyhow.
function chosen() {
  const pairs = Array.from(fields, ({ name, value }) => [name, name === "accent" && value === OWN_COLOUR ? "" : value]);
  return pairs.filter(([, value]) => value);
}

// The language's own folder, and what a link there says.
const tongue = () => document.getElementById("lang").selectedOptions[0].dataset;

function snippet(pairs) {
  const attributes = pairs.map(([name, value]) => ` ${name}="${escape(value)}"`).join("");
  return `<script type="module" src="${home}embed.js"></script>
<medborgar-dialoger${attributes}><a href="${home}${tongue().folder}">${tongue().link}</a></medborgar-dialoger>`;
}

function frame(pairs) {
  const query = new URLSearchParams(pairs.filter(([name]) => name === "district" || name === "topic"));
  query.append("embed", "");
  const address = `${home}${tongue().folder}?${query.toString().replace(/=$/, "")}`;
  return `<iframe src="${escape(address)}" title="${tongue().link}" width="100%" height="800"></iframe>
<script src="${home}frame.js"></script>`;
}

// WCAG 2.2, "relative luminance" and "contrast ratio".
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const part = parseInt(hex.slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function show() {
  const pairs = chosen();
  const value = (name) => (pairs.find(([other]) => other === name) || [])[1];
  for (const preview of all(".preview > medborgar-dialoger")) {
    for (const { name } of fields) {
      if (value(name)) preview.setAttribute(name, value(name));
      else preview.removeAttribute(name);
    }
  }
  document.getElementById("snippet").value = snippet(pairs);
  document.getElementById("frame").value = frame(pairs);
  const { origin } = new URL(home);
  document.getElementById("policy").value =
    `script-src 'self' ${origin} 'wasm-unsafe-eval'; connect-src 'self' ${origin}; frame-src 'self' ${origin}`;
  const papers = { light: ["#ffffff"], dark: ["#16181a"] }[value("theme")] || ["#ffffff"];
  const low = value("accent") && papers.some((paper) => contrast(value("accent"), paper) < 4.5);
  document.getElementById("low").textContent = low ? main.dataset.low : "";
}

for (const button of all("[data-copies]")) {
  button.addEventListener("click", async () => {
    const area = document.getElementById(button.dataset.copies);
    const told = button.nextElementSibling;
    area.select();
    try {
      await navigator.clipboard.writeText(area.value);
      told.textContent = told.dataset.copied;
    } catch {
      told.textContent = told.dataset.byHand;
    }
  });
}
for (const field of fields) field.addEventListener("input", show);
show();
