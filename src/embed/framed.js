// The app in a frame of another's page (?embed; public/start.js loads this): without a head and foot of its own. It tells
// the page around how high it is, which frame.js there listens to; without that the frame scrolls.
const tell = (top) => {
  const { height } = document.documentElement.getBoundingClientRect();
  // Whoever shows the app may know that, and nothing else is said.
  parent.postMessage({ medborgardialoger: height, top: top === true }, "*");
};
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  `.page-header, .page-footer, .skip-link { display: none; }
  html { scrollbar-gutter: auto; }
  .main { padding: 0; }
  .when-where { position: static; max-block-size: none; }`,
);
document.adoptedStyleSheets = [sheet];
new ResizeObserver(tell).observe(document.documentElement);
addEventListener("message", ({ data }) => data === "medborgardialoger?" && tell());
// The app gives the heading the focus when a link has led to another page: that may lie far above.
addEventListener("focusin", ({ target }) => target.matches(".heading-title") && tell(true));
// What leads out of the app leads out of the frame.
addEventListener(
  "click",
  ({ target }) => {
    const link = target.closest("a[rel=external]:not([target], [href^='#'])");
    if (link) link.target = "_top";
  },
  true,
);
