// Before the hour: a tone as loud as the bulletin, on the left, on the right, with its level. The bulletin itself never runs
// through here: what goes on air goes straight from the browser's player.
"use strict";
(() => {
  const { fill, make } = window.loa;
  const HERTZ = 997;
  const SECONDS = 3;
  const FADE_SECONDS = 0.03;
  // A tone of -13 dBFS in one channel is as loud as speech at -16 LUFS (EBU R 128: a full tone is -3.01 LUFS).
  const PEAK_DB = -13;
  const FLOOR_DB = -60;
  let context = null;
  let running = null;

  const decibel = (analyser) => {
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    return peak > 0 ? Math.max(FLOOR_DB, 20 * Math.log10(peak)) : FLOOR_DB;
  };

  const tone = (pan, show, ended) => {
    context = context || new (window.AudioContext || window.webkitAudioContext)();
    context.resume();
    const source = context.createOscillator();
    const gain = context.createGain();
    const analyser = context.createAnalyser();
    const merger = context.createChannelMerger(2);
    const level = 10 ** (PEAK_DB / 20);
    const end = context.currentTime + SECONDS;
    source.frequency.value = HERTZ;
    gain.gain.setValueAtTime(0, context.currentTime);
    gain.gain.linearRampToValueAtTime(level, context.currentTime + FADE_SECONDS);
    gain.gain.setValueAtTime(level, end - FADE_SECONDS);
    gain.gain.linearRampToValueAtTime(0, end);
    source.connect(gain);
    gain.connect(analyser);
    if (pan <= 0) analyser.connect(merger, 0, 0);
    if (pan >= 0) analyser.connect(merger, 0, 1);
    merger.connect(context.destination);
    source.start();
    source.stop(end);
    const timer = setInterval(() => show(decibel(analyser)), 100);
    source.onended = () => {
      clearInterval(timer);
      merger.disconnect();
      ended();
    };
    return () => source.stop();
  };

  // A box of buttons; `busy` tells whether a bulletin sounds.
  const box = (busy) => {
    const said = make("p", { class: "loa-note", role: "status" });
    const meter = make("meter", { min: FLOOR_DB, max: 0, low: -30, high: -3, optimum: PEAK_DB, value: FLOOR_DB, "aria-label": _("Level") });
    const level = make("output", { class: "loa-desk__level" }, fill(_("{level} dB"), { level: "–" }));
    const stop = () => {
      if (running) running();
      running = null;
    };
    const show = (value) => {
      meter.value = value;
      level.textContent = fill(_("{level} dB"), { level: value > FLOOR_DB ? String(Math.round(value)).replace("-", "−") : "–" });
    };
    const test = (pan, label, words) => {
      const button = make("button", { type: "button", class: "loa-tool" }, label);
      button.addEventListener("click", () => {
        stop();
        if (busy()) {
          said.textContent = _("A bulletin is playing: no test now.");
          return;
        }
        said.textContent = words;
        running = tone(pan, show, () => {
          running = null;
          show(FLOOR_DB);
          said.textContent = _("The test is over. Not heard? Look at the cable, the amplifier and the volume of this machine.");
        });
      });
      return button;
    };
    const tests = make("div", { class: "loa-desk__tests" },
      test(0, _("Test tone"), _("A tone as loud as the bulletin, on both sides.")),
      test(-1, _("Left"), _("On the left alone.")),
      test(1, _("Right"), _("On the right alone.")));
    const place = make("div", { class: "loa-desk__meter" }, meter, level);
    const section = make("section", { class: "loa-box", "aria-labelledby": "thu-loa" });
    section.append(make("h2", { id: "thu-loa" }, _("Sound check before the hour")), tests, place, said);
    return { section, stop };
  };

  window.loa.soundcheck = { box };
})();
