// Put into both pages before anything else runs. It looks once a frame, and notes when that frame was drawn: all times
// are in milliseconds from the start of the navigation, the drawing by the main thread included.
{
  const seen = (window.bench = { shift: 0, largest: 0, tasks: [] });
  const after = new MessageChannel();
  const waiting = [];
  after.port1.onmessage = () => waiting.splice(0).forEach((note) => note(performance.now()));
  // Called while a frame is made, it answers when the main thread is done with that frame.
  const drawn = (note) => (waiting.push(note), after.port2.postMessage(0));
  // Notes a moment once, and tells it to the bench (visit.mjs).
  const note = (name) => drawn((now) => ((seen[name] ??= now), window.tell(name)));
  const rows = () => document.querySelectorAll(".card:not([hidden])").length;
  const each = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });

  each("largest-contentful-paint", (entry) => (seen.largest = entry.startTime));
  each("paint", (entry) => entry.name === "first-contentful-paint" && (seen.contentful = entry.startTime));
  each("layout-shift", (entry) => entry.hadRecentInput || (seen.shift += entry.value));
  each("longtask", (entry) => seen.tasks.push([Math.round(entry.startTime), Math.round(entry.duration)]));

  let first, live, filtered;
  function look() {
    if (!first && (first = document.querySelector(".card"))) {
      // A hasty resident types as soon as she sees the field.
      if (window.hasty) document.getElementById("q").focus();
      note("item");
    }
    // Our app takes the printed rows away when it mounts its own; the limit's script leaves a mark.
    if (!live && first && (live = !first.isConnected || performance.getEntriesByName("live").length)) note("live");
    if (!filtered && window.hasty && first && (filtered = rows() === window.hasty)) note("filtered");
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);

  /** From the next key, until the frame in which so many rows are shown. */
  seen.key = (want) =>
    new Promise((done) => {
      let pressed;
      addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true, once: true });
      const look = () => {
        if (pressed && rows() === want) drawn((now) => done(now - pressed));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
}
