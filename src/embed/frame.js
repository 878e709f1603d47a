// For a page that shows the app in <iframe src="…?embed">: makes the frame as high as what is in it. Only the frame itself,
// from the origin that its address names and that this script is from, is listened to.
const home = document.currentScript && new URL(document.currentScript.src).origin;
addEventListener("message", ({ source, origin, data }) => {
  const { medborgardialoger: height, top } = Object(data);
  for (const frame of document.getElementsByTagName("iframe")) {
    if (!(height > 0) || frame.contentWindow !== source || new URL(frame.src).origin !== origin || (home && origin !== home)) continue;
    frame.style.height = `${Math.ceil(height)}px`;
    if (top && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  }
});
for (const frame of document.getElementsByTagName("iframe")) {
  if (/[?&]embed\b/.test(frame.src)) frame.contentWindow.postMessage("medborgardialoger?", "*");
}
