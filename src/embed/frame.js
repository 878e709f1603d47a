// For a page that shows the app in <iframe src="…?embed">: makes the frame as high as what is in it. Only the frame itself,
// from the origin that its address names, is listened to.
addEventListener("message", ({ source, origin, data }) => {
  const { medborgardialoger: height, top } = Object(data);
  for (const frame of document.getElementsByTagName("iframe")) {
    if (!(height > 0) || frame.contentWindow !== source || new URL(frame.src).origin !== origin) continue;
    frame.style.height = `${Math.ceil(height)}px`;
    if (top && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  }
});
for (const frame of document.querySelectorAll("iframe[src*='?embed']")) frame.contentWindow.postMessage("medborgardialoger?", "*");
