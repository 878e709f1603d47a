// An element of the same name, from another version of the app.
customElements.define(
  "medborgar-dialoger",
  class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: "open" }).innerHTML = "<p>Den första versionen</p>";
    }
  },
);
