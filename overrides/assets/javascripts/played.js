// What this desk really played: from when to when, how far, which file. Kept on this device, and handed to `loa aired --from`.
"use strict";
(() => {
  const { keep, recall } = window.loa;
  const { LEAD, ends, starts } = window.loa.schedule;
  const KEY = "played";
  const KEPT_DAYS = 60;
  const END_SECONDS = 1.5;
  const SAVE_MS = 3000;
  const LEAST_SECONDS = 1;
  const all = () => recall(KEY) || [];
  // What was touched and left at once is no play.
  const kept = () => all().filter((each) => each.to - each.from >= LEAST_SECONDS);

  const write = (entry) => {
    const oldest = Date.now() - KEPT_DAYS * 86400000;
    const others = all().filter((each) => each.began !== entry.began && Date.parse(each.began) > oldest);
    keep(KEY, [...others, entry]);
  };

  // Notes what is played of a slot; what is listened to long before it is no broadcast. `sounds`: whether it sounds now.
  const record = (audio, slot, file, sounds) => {
    let entry = null;
    let saved = 0;
    const note = () => {
      saved = Date.now();
      write(entry);
    };
    // While a player jumps, its place is no longer what was heard.
    const follow = () => {
      if (audio.seeking) return;
      entry.ended = new Date().toISOString();
      entry.to = Math.round(audio.currentTime * 10) / 10;
    };
    const begin = () => {
      const now = Date.now();
      if (entry || audio.seeking || now < starts(slot) - LEAD || now > ends(slot) + 86400000) return;
      entry = {
        slot: slot.name, file: file.name, sha256: file.sha256, seconds: file.seconds,
        began: new Date(now).toISOString(), ended: "", from: Math.round(audio.currentTime * 10) / 10, to: 0,
      };
      follow();
      note();
    };
    const close = () => {
      if (!entry) return;
      follow();
      note();
      entry = null;
    };
    audio.addEventListener("playing", begin);
    audio.addEventListener("timeupdate", () => {
      if (!entry && sounds()) begin();
      if (!entry) return;
      follow();
      if (Date.now() - saved > SAVE_MS) note();
    });
    for (const event of ["pause", "ended", "seeking", "error", "waiting"]) audio.addEventListener(event, close);
    addEventListener("pagehide", close);
  };

  // How far a slot's file was heard: `done` to its end, `cut` in seconds where it broke off (0: not begun).
  const progress = (slot, seconds) => {
    const heard = kept().filter((each) => each.slot === slot.name);
    const far = Math.max(0, ...heard.map((each) => each.to));
    const done = far > 0 && far >= seconds - END_SECONDS;
    return { done, cut: done ? 0 : far };
  };

  const file = () => JSON.stringify({ kind: "loa-phuong/as-played", version: 1, written: new Date().toISOString(), plays: kept() }, null, 1);

  window.loa.played = { file, kept, progress, record };
})();
