// A theme's script: whole boxes follow the link in them, and every link is first counted.
jQuery(function (jq) {
  jq(".box").on("click", function () {
    window.boxed = true;
    location.hash = "boxed";
  });
  jq(document).on("click", "a", function (event) {
    window.counted = (window.counted || 0) + 1;
    event.preventDefault();
  });
  Event.observe(document, "keydown", function (event) {
    // A page's own shortcut: any letter leads to its search.
    if (!/input/i.test(event.target.tagName)) window.shortcut = true;
  });
});
