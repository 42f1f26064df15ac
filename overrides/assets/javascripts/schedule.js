// What is true of the schedule at a moment: no page, no clock and no sound of its own, so that home and desk say the same.
// A slot is as web/times.py writes it; `now` is in milliseconds.
"use strict";
(() => {
  const { fill } = window.loa;
  const MINUTE = 60000;
  const DAY = 1440 * MINUTE;
  // What is played earlier than this before a slot is listened to, not broadcast.
  const LEAD = 5 * MINUTE;
  // A page that has not heard of the server for this long says how old it is.
  const OLD = 2 * DAY;
  const starts = (slot) => Date.parse(slot.starts);
  const ends = (slot) => Date.parse(slot.ends);
  const airs = (slot) => slot.state !== "held" && slot.state !== "closed";
  const ahead = (slots, now) => slots.filter((slot) => ends(slot) > now);

  // The slot to look at: the first that is not over, whatever became of it.
  const current = (slots, now) => ahead(slots, now)[0] || null;
  // The slot to wait for, and those before it that fall away.
  const next = (slots, now) => ahead(slots, now).find(airs) || null;
  const missed = (slots, now) => {
    const to = next(slots, now);
    return ahead(slots, now).filter((slot) => !airs(slot) && (!to || starts(slot) < starts(to)));
  };

  // "còn 2 ngày 3 giờ": from a minute on, rounded up.
  const until = (to, now) => {
    const minutes = Math.ceil((to - now) / MINUTE);
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor(minutes / 60) % 24;
    const parts = [
      days && fill(_("{days} days"), { days }),
      hours && fill(_("{hours} hours"), { hours }),
      !days && minutes % 60 && fill(_("{minutes} minutes"), { minutes: minutes % 60 }),
    ];
    return fill(_("in {time}"), { time: parts.filter(Boolean).join(" ") });
  };
  // Whoever is not at the desk knows the schedule, not whether there is sound.
  const countdown = (slot, now) => {
    if (now < starts(slot)) return until(starts(slot), now);
    return now < ends(slot) ? _("due now by the schedule") : "";
  };

  // What the desk may say of a slot. `sound`: null without a recording, else { playing, muted, failed, done, cut }.
  const state = (slot, now, sound) => {
    if (!airs(slot)) return slot.state;
    if (sound && sound.playing) {
      if (sound.muted) return "muted";
      return now < starts(slot) - LEAD ? "trial" : "on-air";
    }
    if (now >= ends(slot)) return "over";
    if (!sound) return "missing";
    if (sound.failed) return "unplayable";
    if (now < starts(slot) - LEAD) return "waiting";
    if (sound.cut) return "cut";
    if (sound.done) return "done";
    return now < starts(slot) ? "waiting" : "late";
  };

  // Whether the page is older than the schedule that is served: a slot that it shows is another now, or one came in.
  const told = (slot) => JSON.stringify(Object.keys(slot).sort().map((key) => [key, slot[key]]));
  const changed = (mine, served, now) => {
    const known = new Set(mine.slots.map(told));
    const horizon = Date.parse(mine.until);
    const fresh = new Set(ahead(served.slots, now).map(told));
    return ahead(mine.slots, now).some((slot) => !fresh.has(told(slot)))
      || ahead(served.slots, now).some((slot) => starts(slot) <= horizon && !known.has(told(slot)));
  };
  const old = (times, heard, now) => now - Math.max(Date.parse(times.made), heard) > OLD;

  // The schedule that stands in the page.
  const read = () => {
    const place = document.querySelector("[data-times]");
    try {
      return JSON.parse(place.textContent);
    } catch {
      return null;
    }
  };

  window.loa.schedule = { LEAD, airs, changed, countdown, current, ends, missed, next, old, read, starts, state, until };
})();
