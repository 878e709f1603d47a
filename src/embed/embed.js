// The one address that other pages name: it never changes and is asked for anew each time. A module or a classic script, so
// that it says nothing but this. A classic script from elsewhere knows no address of its own but by its element (HTML,
// "muted errors"), and one whose text the page has fetched and runs itself has none: then the publisher's counts.
{
  const { currentScript } = document;
  const beside = currentScript ? currentScript.src || "HOME" : "";
  import(beside ? new URL("./element.js", beside).href : "./element.js").catch((error) =>
    console.warn("medborgar-dialoger:", error.message),
  );
}
