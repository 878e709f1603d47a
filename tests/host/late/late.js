// A page that fetches its parts itself when a link is followed, as content management systems do.
const SNIPPET = `<medborgar-dialoger lang="sv"><a href="APP/">Medborgardialoger i Exempelstad</a></medborgar-dialoger>`;
function show() {
  const content = document.getElementById("content");
  content.innerHTML = location.pathname === "/dialoger" ? SNIPPET : "<p>Hemma</p>";
  if (location.pathname !== "/dialoger") return;
  const script = document.createElement("script");
  script.src = "APP/embed.js";
  content.append(script);
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || !link.id) return;
  event.preventDefault();
  history.pushState({ own: true }, "", link.href);
  show();
});
addEventListener("popstate", show);
show();
