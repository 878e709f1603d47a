// A device that speaks, as far as tests need one. VOICES stands above: [name, language, whether the device itself speaks]
// each. What it is to say is in `said`, and it says it until the test calls `end`.
{
  const speech = "speechSynthesis" in window ? speechSynthesis : new EventTarget();
  let now = null;
  const over = () => {
    const was = now;
    now = null;
    return was;
  };
  const marked = () => [...(CSS.highlights?.get("medborgar-aloud") ?? [])].map(String).join();
  const own = {
    voices: VOICES,
    said: [],
    getVoices: () => speech.voices.map(([name, lang, localService]) => ({ name, lang, localService, default: false })),
    speak(what) {
      now = what;
      speech.said.push({ text: what.text, lang: what.lang, voice: what.voice.name, marked: marked() });
    },
    // Engines tell of it late, and as of a fault.
    cancel() {
      const was = over();
      if (was) setTimeout(() => was.onerror?.({ error: "interrupted" }));
    },
    resume() {},
    marked,
    speaks: () => now !== null,
    end: () => over()?.onend?.({}),
  };
  for (const [name, value] of Object.entries(own)) Object.defineProperty(speech, name, { value, writable: true, configurable: true });
  Object.defineProperty(speech, "speaking", { get: () => now !== null, configurable: true });
  Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
}
