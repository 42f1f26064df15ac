// The announcer's desk: what is true of the slot that is due, one big button, and a script that runs with the voice. A page
// left open goes on to the next slot, and says when it is older than the schedule.
"use strict";
(() => {
  const { all, clock, fill, make, root } = window.loa;
  const { airs, changed, current, ends, old, read, starts, state, until } = window.loa.schedule;
  const { compare, watch } = window.loa.sounding;
  const { kept, file, progress, record } = window.loa.played;
  const desk = document.querySelector("[data-desk]");
  const times = read();
  if (!times) return;
  const SOON = 15 * 60000;
  const HOUR = 4 * SOON;
  const ASK_MS = 60000;
  const TABS = 6;
  const CLOCK_SECONDS = 60;
  const now = () => Date.now();
  const day = (slot) => `${slot.weekday}, ${slot.day} · ${slot.at}`;
  const label = (slot) => [day(slot), slot.show].filter(Boolean).join(" · ");
  const showName = (slot) => (slot.show ? [" ", make("small", {}, slot.show)] : []);
  const named = (name) => times.slots.find((slot) => slot.name === name);

  // What staff are told of each state: the headline, and the cure below it.
  const headlines = {
    "held": () => _("Put off: not to be broadcast"),
    "closed": () => _("Cancelled: no broadcast"),
    "missing": () => _("Not recorded yet"),
    "unplayable": () => _("Cannot be played"),
    "trial": () => _("Listening, not on air"),
    "on-air": () => _("on air"),
    "muted": () => _("Running, but muted"),
    "waiting": (slot) => {
      const seconds = Math.ceil((starts(slot) - now()) / 1000);
      return seconds < 600 ? fill(_("in {time}"), { time: clock(seconds) }) : until(starts(slot), now());
    },
    "late": (slot) => fill(_("Due, not playing: {time} late"), { time: clock((now() - starts(slot)) / 1000) }),
    "cut": () => _("Broken off"),
    "done": () => _("Played to the end"),
    "over": () => _("Over"),
  };
  const cures = {
    "held": (slot) => slot.why,
    "closed": (slot) => slot.why,
    "missing": (slot) => fill(_("Run loa record {slot}, then loa build, and load this page again."), { slot: slot.name }),
    "unplayable": (slot, sound) => `${sound.failed} ${sound.cure}`,
    "muted": () => _("Turn the sound on in the player below."),
    "cut": (slot, sound) => fill(sound.begun ? _("It stopped at {time}. Go on, or begin the item again that it broke off in.")
      : _("It stopped at {time}. Go on from the item that it broke off in, or play all of it again."), { time: clock(sound.cut) }),
    "done": () => _("It is noted in the record of this desk, below."),
  };
  const URGENT = ["held", "closed", "missing", "unplayable", "muted", "late", "cut"];

  const warning = make("p", { class: "loa-mark loa-desk__stale", role: "alert", hidden: "" });
  const tabs = make("div", { class: "loa-desk__slots", role: "group", "aria-label": _("Choose a bulletin") });
  desk.querySelector("header").after(warning, tabs);
  const finished = make("section", { class: "loa-desk__slot loa-desk__slot--bare loa-desk__none", hidden: "" });
  finished.append(make("p", { class: "loa-desk__until" }, _("No further slot is known")),
    make("p", { class: "loa-desk__cure" }, _("This page is past the last slot it knows. Run loa build, and load it again.")));
  tabs.after(finished);
  const nothing = desk.querySelector("[data-desk-nothing]");
  if (nothing) nothing.hidden = true;

  // One panel a slot: the section that the page brings with the sound, or a bare one.
  const panel = (slot) => {
    const given = desk.querySelector(`[data-desk-slot="${slot.name}"]`);
    const section = given || make("section", { class: "loa-desk__slot", "data-desk-slot": slot.name });
    if (!given) {
      section.append(make("h2", {}, day(slot), ...showName(slot)));
      finished.before(section);
    }
    const audio = slot.state === "recorded" ? section.querySelector("audio") : null;
    const headline = make("p", { class: "loa-desk__until", "data-desk-state": "" });
    const cure = make("p", { class: "loa-desk__cure", role: "status" });
    const moved = slot.before ? [make("p", { class: "loa-mark" }, fill(_("Moved here from {time}"), { time: slot.before }))] : [];
    const made = { slot, section, audio, headline, cure, sound: null, live: null, chapters: [] };
    section.hidden = true;
    section.querySelector("h2").after(...moved, headline, cure);
    if (!audio) {
      all(".loa-player, .loa-desk__two", section).forEach((part) => part.remove());
      section.classList.add("loa-desk__slot--bare");
      return made;
    }
    const known = { name: section.dataset.file, sha256: section.dataset.sha256, seconds: Number(section.dataset.seconds), slot: slot.name };
    made.known = known;
    made.chapters = JSON.parse(section.dataset.items || "[]");
    made.live = watch(audio, known, () => show());
    record(audio, slot, known, () => made.live.now().playing);
    made.sound = () => ({ ...made.live.now(), ...progress(slot, known.seconds), begun: audio.currentTime > 0 && !audio.ended });
    made.play = make("button", { type: "button", class: "loa-desk__play" }, _("Play the bulletin"));
    made.resume = make("button", { type: "button", class: "loa-desk__resume", hidden: "" });
    made.bar = make("progress", { class: "loa-desk__bar", max: "1", value: "0", "aria-label": _("Played") });
    made.left = make("p", { class: "loa-desk__left" });
    made.play.addEventListener("click", () => toggle(made));
    made.resume.addEventListener("click", () => {
      audio.currentTime = Number(made.resume.dataset.from);
      made.live.play();
    });
    audio.addEventListener("timeupdate", () => {
      if (!audio.duration) return;
      made.bar.value = audio.currentTime / audio.duration;
      made.left.textContent = `${clock(audio.currentTime)} / ${clock(audio.duration)}`;
    });
    for (const event of ["play", "pause", "ended"]) audio.addEventListener(event, () => showLog());
    cure.after(made.play, made.resume, made.bar, made.left);
    return made;
  };
  const toggle = ({ audio, live }) => {
    if (!audio.paused) {
      audio.pause();
      return;
    }
    if (live.now().failed) live.again();
    check.stop();
    live.play();
  };

  const panels = {};
  const panelOf = (slot) => (panels[slot.name] = panels[slot.name] || panel(slot));
  const anySounds = () => Object.keys(panels).some((name) => panels[name].live && !panels[name].audio.paused);
  const check = window.loa.soundcheck.box(anySounds);

  let chosen = null;
  let byHand = false;
  let shownTabs = "";
  const choose = (slot, hand) => {
    if (chosen && chosen.audio && (!slot || chosen.slot.name !== slot.name)) chosen.audio.pause();
    chosen = slot ? panelOf(slot) : null;
    byHand = hand && slot !== current(times.slots, now());
    if (chosen && chosen.live) chosen.live.look();
    all("[data-desk-slot]", desk).forEach((section) => { section.hidden = !chosen || section !== chosen.section; });
    finished.hidden = Boolean(slot);
    show();
  };
  const showTabs = () => {
    const listed = times.slots.filter((slot) => ends(slot) > now() || (chosen && slot === chosen.slot)).slice(0, TABS);
    const key = JSON.stringify([listed, chosen && chosen.slot.name]);
    if (key === shownTabs) return;
    shownTabs = key;
    tabs.textContent = "";
    tabs.hidden = listed.length < 2;
    for (const slot of listed) {
      const short = `${slot.weekday} ${slot.day.slice(0, 5)} · ${slot.at}`;
      const tab = make("button", { type: "button", "aria-pressed": String(Boolean(chosen) && slot === chosen.slot) }, short, ...showName(slot));
      if (!airs(slot)) tab.append(" ", make("small", {}, slot.state === "held" ? _("Put off") : _("Cancelled")));
      tab.addEventListener("click", () => choose(slot, true));
      tabs.append(tab);
    }
  };

  const show = () => {
    showTabs();
    check.section.hidden = !chosen;
    if (!chosen) return;
    const { slot, section, audio, headline, cure } = chosen;
    const sound = chosen.sound ? chosen.sound() : null;
    const found = state(slot, now(), sound);
    headline.textContent = headlines[found](slot);
    headline.dataset.deskState = found;
    headline.classList.toggle("loa-desk__until--warn", URGENT.includes(found));
    const words = cures[found] ? cures[found](slot, sound) : "";
    if (cure.textContent !== words) cure.textContent = words;
    cure.hidden = !words;
    if (!audio) return;
    section.classList.toggle("loa-on-air", found === "on-air");
    const off = !airs(slot);
    for (const part of [chosen.play, chosen.bar, chosen.left, section.querySelector(".loa-player")]) part.hidden = off;
    if (off && !audio.paused) audio.pause();
    const whole = found === "cut" ? _("Play from the beginning") : _("Play the bulletin");
    const start = sound.begun ? _("Go on") : whole;
    chosen.play.textContent = audio.paused ? (found === "unplayable" ? _("Try again") : start) : _("Pause");
    const at = chosen.chapters.filter((chapter) => chapter.start <= sound.cut + 0.05);
    const item = at[at.length - 1];
    chosen.resume.hidden = off || !sound.cut || !audio.paused || !item || found === "waiting";
    if (item) {
      chosen.resume.dataset.from = item.start;
      chosen.resume.textContent = fill(_("Go on from item {number}: {title} ({time})"), { number: at.length, title: item.title, time: clock(item.start) });
    }
  };

  // The record of what this desk played, and the file of it.
  const log = make("section", { class: "loa-box", "aria-labelledby": "nhat-ky", "data-desk-log": "" });
  const lines = make("ul", { class: "loa-desk__log" });
  const handed = make("a", { class: "loa-tool" }, _("Save the record as a file"));
  log.append(make("h2", { id: "nhat-ky" }, _("Played from this desk")), lines, make("p", {}, handed),
    make("p", { class: "loa-note" }, _("Hand it to the broadcast log: loa aired --from FILE. Twice does no harm.")));
  const hour = (iso) => new Date(iso).toLocaleTimeString("vi-VN", { hour12: false });
  const showLog = () => {
    const plays = kept().slice(-12).reverse();
    log.hidden = !plays.length;
    lines.textContent = "";
    for (const play of plays) {
      const slot = named(play.slot);
      const whole = play.from < 1 && play.to >= play.seconds - 2;
      const how = whole ? _("whole") : fill(_("from {from} to {to} of {all}"), { from: clock(play.from), to: clock(play.to), all: clock(play.seconds) });
      lines.append(make("li", {}, make("strong", {}, slot ? label(slot) : play.slot), " ",
        make("span", {}, `${hour(play.began)}–${hour(play.ended)} · ${how}`)));
    }
    handed.href = `data:application/json;charset=utf-8,${encodeURIComponent(file())}`;
    handed.download = `nhat-ky-phat-${new Date().toISOString().slice(0, 10)}.json`;
  };
  const after = desk.querySelector("[data-desk-after]");
  if (after) after.before(check.section, log);
  else desk.append(check.section, log);

  // Whoever stays here is brought on: to the next slot when one is over, to the one that is about to begin.
  const follow = () => {
    const due = current(times.slots, now());
    if (chosen && chosen.audio && !chosen.audio.paused) return;
    const here = chosen && chosen.slot;
    const soon = due && starts(due) - now() < SOON;
    if (here !== due && (!byHand || soon || (here && ends(here) <= now() && !due))) choose(due, false);
  };
  const listed = all("[data-slot-name]", desk);
  const expiring = all("[data-until]", desk);
  const tick = () => {
    follow();
    show();
    for (const item of listed) {
      const slot = named(item.dataset.slotName);
      item.hidden = !slot || ends(slot) <= now() || slot === (chosen && chosen.slot);
    }
    if (after) after.hidden = listed.every((item) => item.hidden);
    for (const item of expiring) item.hidden = Date.parse(item.dataset.until) <= now();
    for (const box of all("[data-desk-expiring]", desk)) box.hidden = expiring.every((item) => item.hidden);
  };

  // The file that is due within the hour is compared byte for byte, once.
  const compared = {};
  const lookAhead = async () => {
    const slot = chosen && chosen.slot;
    if (!slot || !chosen.known || compared[slot.name] || starts(slot) - now() > HOUR) return;
    compared[slot.name] = true;
    const here = chosen;
    const found = await compare(here.audio.currentSrc || here.audio.src, here.known.sha256);
    if (found === "missing") here.live.distrust(_("The sound file is missing or cannot be played here."));
    if (found === "wrong") here.live.distrust(_("The sound file is not the one that was checked."));
    const place = here.section.querySelector("[data-desk-digest]");
    if (place && found === "right") place.textContent = _("compared just now: right");
  };

  let heard = 0;
  const warn = (words, stale) => {
    const said = words.join(" ");
    warning.hidden = !said;
    if (warning.dataset.said === said) return;
    warning.dataset.said = said;
    warning.textContent = "";
    warning.append(...words.map((each) => make("span", {}, each)));
    if (!stale) return;
    const again = make("button", { type: "button", class: "loa-tool" }, _("Load again"));
    again.addEventListener("click", () => location.reload());
    warning.append(again);
  };
  // The clock of this machine against the server's.
  const wrongClock = (answer) => {
    const seconds = Math.round((now() - Date.parse(answer.headers.get("date"))) / 1000);
    if (!(Math.abs(seconds) > CLOCK_SECONDS)) return [];
    const words = seconds > 0 ? _("The clock of this machine is {time} fast: set it right.") : _("The clock of this machine is {time} slow: set it right.");
    const minutes = Math.round(Math.abs(seconds) / 60);
    return [fill(words, { time: minutes < 120 ? fill(_("{minutes} minutes"), { minutes }) : fill(_("{hours} hours"), { hours: Math.round(minutes / 60) }) })];
  };
  const told = (iso) => new Date(iso).toLocaleString("vi-VN", { hour12: false, dateStyle: "short", timeStyle: "short" });
  const ask = async () => {
    let served = null;
    const words = [];
    try {
      if (location.protocol.startsWith("http")) {
        const answer = await fetch(`${root}lich-phat.json`, { cache: "no-store" });
        words.push(...wrongClock(answer));
        served = answer.ok ? await answer.json() : null;
        heard = served ? now() : heard;
      }
    } catch { /* no network: the page says so when it has been long */ }
    const newer = served !== null && changed(times, served, now());
    const stale = newer || old(times, heard, now());
    if (newer) {
      // Whether a slot is aired at all holds at once; its sound and its words come with a new page.
      for (const slot of times.slots) {
        const fresh = served.slots.find((each) => each.name === slot.name);
        if (fresh && !airs(fresh)) Object.assign(slot, { state: fresh.state, why: fresh.why });
      }
      words.push(fill(_("The schedule has changed since ({time}): this page is older."), { time: told(served.made) }));
    } else if (stale) {
      words.push(fill(_("This page was made at {time} and has not heard of a newer schedule since."), { time: told(times.made) }));
    }
    warn(words, stale);
    tick();
  };

  choose(current(times.slots, now()), false);
  showLog();
  tick();
  ask();
  lookAhead();
  setInterval(tick, 1000);
  setInterval(() => {
    ask();
    lookAhead();
  }, ASK_MS);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });

  const sentence = (audio, step) => {
    const from = all("li[data-start]", chosen.section).map((item) => Number(item.dataset.start));
    const at = from.filter((time) => time <= audio.currentTime + 0.3).length - 1;
    const to = from[Math.max(0, at + step)];
    if (to !== undefined) audio.currentTime = to;
  };
  const keys = {
    " ": () => toggle(chosen),
    ArrowLeft: (audio) => { audio.currentTime = Math.max(0, audio.currentTime - 5); },
    ArrowRight: (audio) => { audio.currentTime += 5; },
    ArrowUp: (audio) => sentence(audio, -1),
    ArrowDown: (audio) => sentence(audio, 1),
    Home: (audio) => { audio.currentTime = 0; },
  };
  addEventListener("keydown", (event) => {
    const pressed = event.key === " " ? ", button, a" : "";
    const busy = event.target.closest && event.target.closest(`input, select, textarea, audio, dialog${pressed}`);
    const audio = chosen && airs(chosen.slot) && chosen.audio;
    if (!(event.key in keys) || busy || !audio || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key](audio);
  });
})();
