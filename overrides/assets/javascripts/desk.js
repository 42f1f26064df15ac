// The announcer's desk: the next bulletin, how long until it starts, one big button, and a script that runs with the voice.
"use strict";
(() => {
  const { all, clock, fill, make, remaining } = window.loa;
  const desk = document.querySelector("[data-desk]");
  const slots = all("[data-desk-slot]", desk);
  if (!slots.length) return;
  const now = () => Date.now();
  const starts = (slot) => Date.parse(slot.dataset.starts);
  const ends = (slot) => Date.parse(slot.dataset.ends);
  const ahead = slots.filter((slot) => ends(slot) > now()).sort((one, other) => starts(one) - starts(other));
  let current = ahead[0] ?? slots[0];
  const audioOf = (slot) => slot.querySelector("audio");

  const tabs = make("div", { class: "loa-desk__slots", role: "group", "aria-label": _("Choose a bulletin") });
  const choose = (slot) => {
    const audio = audioOf(current);
    if (audio && current !== slot) audio.pause();
    current = slot;
    slots.forEach((each) => { each.hidden = each !== slot; });
    [...tabs.children].forEach((tab, index) => tab.setAttribute("aria-pressed", slots[index] === slot));
  };
  for (const slot of slots) {
    const tab = make("button", { type: "button" }, slot.dataset.label ?? slot.querySelector("h2")?.textContent ?? "");
    tab.addEventListener("click", () => choose(slot));
    tabs.append(tab);
  }
  if (slots.length > 1) slots[0].before(tabs);

  const toggle = (audio) => (audio.paused ? audio.play().catch(() => {}) : audio.pause());

  for (const slot of slots) {
    const audio = audioOf(slot);
    const until = make("p", { class: "loa-desk__until" });
    const tick = () => {
      const seconds = (starts(slot) - now()) / 1000;
      until.textContent = seconds > 0 && seconds < 600 ? fill(_("in {time}"), { time: clock(seconds) }) : remaining(starts(slot), ends(slot));
    };
    tick();
    setInterval(tick, 1000);
    if (!audio) {
      slot.prepend(until);
      continue;
    }
    const play = make("button", { type: "button", class: "loa-desk__play" }, _("Play the bulletin"));
    const left = make("p", { class: "loa-desk__left" });
    const bar = make("progress", { class: "loa-desk__bar", max: "1", value: "0", "aria-label": _("Played") });
    play.addEventListener("click", () => toggle(audio));
    const show = () => {
      play.textContent = audio.paused ? (audio.currentTime > 0 && !audio.ended ? _("Go on") : _("Play the bulletin")) : _("Pause");
      slot.classList.toggle("loa-on-air", !audio.paused);
    };
    for (const event of ["play", "pause", "ended"]) audio.addEventListener(event, show);
    audio.addEventListener("timeupdate", () => {
      if (!audio.duration) return;
      bar.value = audio.currentTime / audio.duration;
      left.textContent = `${clock(audio.currentTime)} / ${clock(audio.duration)}`;
    });
    slot.prepend(until, play, bar, left);
  }
  choose(current);

  const sentence = (audio, step) => {
    const from = all("li[data-start]", current).map((item) => Number(item.dataset.start));
    const at = from.findLastIndex((time) => time <= audio.currentTime + 0.3);
    audio.currentTime = from[Math.max(0, at + step)] ?? audio.currentTime;
  };
  const keys = {
    " ": toggle,
    ArrowLeft: (audio) => { audio.currentTime = Math.max(0, audio.currentTime - 5); },
    ArrowRight: (audio) => { audio.currentTime += 5; },
    ArrowUp: (audio) => sentence(audio, -1),
    ArrowDown: (audio) => sentence(audio, 1),
    Home: (audio) => { audio.currentTime = 0; },
  };
  addEventListener("keydown", (event) => {
    const pressed = event.key === " " ? ", button, a" : "";
    const busy = event.target.closest?.(`input, select, textarea, audio, dialog${pressed}`);
    const audio = audioOf(current);
    if (!(event.key in keys) || busy || !audio || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key](audio);
  });
})();
