// A router that takes every click on a link within the page's origin, at the document.
window.routed = [];
document.addEventListener("click", (event) => {
  for (const at of event.composedPath()) {
    if (at.tagName !== "A" || at.origin !== location.origin || at.hash) continue;
    event.preventDefault();
    window.routed.push(at.pathname + at.search);
    history.pushState({ mine: at.pathname }, "", at.href);
    return;
  }
});
window.popped = 0;
addEventListener("popstate", () => window.popped++);
