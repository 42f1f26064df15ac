// Adds comfort to pages that work without it. Whatever is bigger than a few lines is fetched when a page needs it.
"use strict";
(() => {
  const root = new URL("../../", document.currentScript.src).href;
  const DAY = 86400000;
  const page = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Storage may be forbidden or full: then nothing is remembered.
  const recall = (key) => {
    try {
      return JSON.parse(localStorage.getItem(`loa:${key}`));
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      if (value === null) localStorage.removeItem(`loa:${key}`);
      else localStorage.setItem(`loa:${key}`, JSON.stringify(value));
    } catch { /* not remembered */ }
  };

  // A new element: make("button", { type: "button", class: "x" }, "words", child…)
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  // Words with the values their {names} stand for.
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  const clock = (seconds) => {
    const whole = Math.max(0, Math.floor(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  };

  const asked = {};
  const need = (name) => (asked[name] = asked[name] || new Promise((done, failed) => {
    const script = make("script", { src: `${root}assets/javascripts/${name}.js` });
    script.onload = done;
    script.onerror = () => {
      delete asked[name];
      failed(new Error(name));
    };
    document.head.append(script);
  }));

  // The place of the last that is so; -1 for none.
  const lastPlace = (list, is) => {
    let at = list.length - 1;
    while (at >= 0 && !is(list[at])) at -= 1;
    return at;
  };

  window.loa = { root, all, recall, keep, make, fill, clock, lastPlace, need };

  // A button that needs this script is hidden in the page, and shown here with what it does.
  const wire = (selector, act, ready = () => {}) => all(selector).forEach((button) => {
    ready(button);
    button.hidden = false;
    button.addEventListener("click", () => act(button));
  });

  const say = (button, words) => {
    const place = button.parentElement.querySelector("[data-said]") || document.querySelector("[data-said]");
    if (place) {
      place.textContent = words;
      return;
    }
    const before = button.textContent;
    button.textContent = words;
    setTimeout(() => { button.textContent = before; }, 2500);
  };

  // Light or dark: what the reader chose, else what the system says.
  const dark = () => (page.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  wire("[data-theme-toggle]", () => {
    page.dataset.theme = dark() ? "light" : "dark";
    keep("theme", page.dataset.theme);
    all("[data-theme-toggle]").forEach((each) => each.setAttribute("aria-pressed", dark()));
  }, (button) => button.setAttribute("aria-pressed", dark()));

  // A- A A+: steps from -1 to 3.
  wire("[data-text-size]", (button) => {
    const step = Number(button.dataset.textSize);
    const size = step ? Math.min(3, Math.max(-1, Number(page.dataset.size || 0) + step)) : 0;
    if (size) page.dataset.size = size;
    else delete page.dataset.size;
    keep("size", size || null);
    const words = size > 0 ? _("Larger text, step {step}") : _("Smaller text, step {step}");
    say(button, size ? fill(words, { step: Math.abs(size) }) : _("Normal text"));
  });

  const address = () => (document.querySelector("link[rel=canonical]") || location).href.split("#")[0];
  const titled = () => {
    const heading = document.querySelector("h1");
    return heading ? heading.textContent.trim() : document.title;
  };

  wire("[data-print]", () => print());
  wire("[data-share=copy]", async (button) => {
    const { text } = button.dataset;
    try {
      await navigator.clipboard.writeText(text || address());
      say(button, text ? _("Text copied") : _("Link copied"));
    } catch {
      prompt(text ? _("Copy this text:") : _("Copy this link:"), text || address());
    }
  });
  if (navigator.share) {
    wire("[data-share=native]", (button) => navigator.share({
      title: button.dataset.title || document.title,
      text: button.dataset.text || "",
      url: address(),
    }).catch(() => {}));
  }

  // Saved articles: path → title, on this device only.
  const saved = () => recall("saved") || {};
  const path = location.pathname;
  const shown = (button) => {
    const is = path in saved();
    button.setAttribute("aria-pressed", is);
    (button.querySelector("[data-label]") || button).textContent = is ? _("Saved") : _("Save");
  };
  const listSaved = () => all("[data-saved]").forEach((list) => {
    const items = Object.entries(saved()).map(([href, title]) => make("li", {}, make("a", { href }, title)));
    list.textContent = "";
    list.append(...items);
    const section = list.closest("[data-saved-section]");
    if (section) section.hidden = !items.length;
  });
  wire("[data-save]", (button) => {
    const now = saved();
    if (path in now) delete now[path];
    else now[path] = button.dataset.title || titled();
    keep("saved", now);
    all("[data-save]").forEach(shown);
    listSaved();
  }, shown);
  listSaved();

  // What the page says of the next broadcast is right when it is read, not when it was made.
  const broadcasts = () => {
    const { airs, countdown, ends, missed, next, read } = window.loa.schedule;
    const times = read();
    if (!times) return;
    const words = make("span", { class: "loa-countdown" });
    const place = document.querySelector("[data-next]");
    const off = place ? make("ul", { class: "loa-next__off" }) : null;
    const day = (slot) => `${slot.at} ${slot.weekday}, ${slot.day}`;
    if (place) place.querySelector(".loa-next__time").after(off);
    const tick = () => {
      const now = Date.now();
      const slot = next(times.slots, now);
      const countdowns = slot ? countdown(slot, now) : "";
      if (words.textContent !== countdowns) words.textContent = countdowns;
      if (place) {
        const time = place.querySelector("time");
        const label = place.querySelector(".loa-next__label");
        label.textContent = [_("Next broadcast"), slot && slot.show].filter(Boolean).join(": ");
        time.textContent = slot ? day(slot) : _("Not known yet: see the schedule.");
        if (slot) time.setAttribute("datetime", slot.starts);
        else time.removeAttribute("datetime");
        const gone = missed(times.slots, now).map((each) => make("li", {}, fill(_("{time}: no broadcast ({why})"), { time: day(each), why: each.why })));
        if (slot && slot.before) gone.push(make("li", {}, fill(_("Moved here from {time}"), { time: slot.before })));
        if (off.children.length !== gone.length) {
          off.textContent = "";
          off.append(...gone);
        }
      }
      const known = {};
      times.slots.forEach((each) => { known[each.name] = each; });
      let first = null;
      all("[data-slot-name]").forEach((item) => {
        const each = known[item.dataset.slotName];
        item.hidden = !each || ends(each) <= now;
        if (!item.hidden && !first && airs(each)) first = item;
      });
      const time = first ? first.querySelector("time") : place && place.querySelector("time");
      if (time && time.nextElementSibling !== words) time.after(" ", words);
    };
    tick();
    setInterval(tick, 20000);
  };
  const timed = document.querySelector("[data-times]");
  if (timed) {
    need("schedule").then(() => {
      if (!document.querySelector("[data-desk]")) broadcasts();
    }).catch(() => {});
  }

  // A page that was built days ago shows what belongs to this moment: from `data-since` on, until `data-until`; a
  // `data-some` stands while anything in it is shown.
  const time = (value, otherwise) => (value ? Date.parse(value) : otherwise);
  const spans = (now) => {
    all("[data-since], [data-until]").forEach((each) => {
      each.hidden = now < time(each.dataset.since, -Infinity) || now >= time(each.dataset.until, Infinity);
    });
    all("[data-some]").forEach((each) => {
      each.hidden = !each.querySelector("[data-since]:not([hidden]), [data-until]:not([hidden])");
    });
    // How long something waits, in whole days.
    all("[data-days]").forEach((each) => {
      const days = Math.floor((now - Date.parse(`${each.dataset.days}T00:00:00`)) / DAY);
      each.textContent = days > 0 ? fill(_(", {days} days ago"), { days }) : "";
    });
  };

  // The rule of the day: the page has those of the weeks after it was built.
  const told = document.querySelector("[data-rules]");
  const rule = (now) => {
    const place = document.querySelector("[data-rule]");
    const { first, codes, rules } = JSON.parse(told.textContent);
    const day = Math.floor((now - Date.parse(first)) / DAY) % rules.length;
    const [title, url, stance, where, code] = rules[(day + rules.length) % rules.length];
    const link = place.querySelector("a");
    if (link.textContent === title) return;
    link.textContent = title;
    link.href = root + url;
    place.className = `loa-today loa-today--${stance}`;
    place.querySelector("[data-rule-place]").textContent = where;
    place.querySelector("[data-rule-code]").textContent = codes[code];
  };
  const today = () => {
    const now = Date.now();
    spans(now);
    if (told) rule(now);
  };
  today();
  setInterval(today, 20000);

  // Searching starts at a link that also leads somewhere without this script.
  const search = (words = "") => ["letters", "finder", "search"].reduce((loaded, name) => loaded.then(() => need(name)), Promise.resolve())
    .then(() => window.loa.search(words));
  all("[data-search-open]").forEach((opener) => opener.addEventListener("click", (event) => {
    event.preventDefault();
    search().catch(() => { if (opener.href) location.href = opener.href; });
  }));
  const linked = new URLSearchParams(location.search).get("q");
  all("[data-search-inline]").forEach((form) => {
    form.hidden = false;
    if (linked) {
      form.elements.q.value = linked;
      search(linked).catch(() => {});
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      search(form.elements.q.value).catch(() => {});
    });
  });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      search().catch(() => {});
    }
  });

  if (document.querySelector("[data-printed]")) need("printed").catch(() => {});
  // A player in one line opens at a touch, and what else it can do is fetched then; the sound begins within the touch.
  const players = all("[data-player]");
  const comfort = () => need("player").catch(() => {});
  players.forEach((figure) => {
    const opener = figure.querySelector("[data-play]");
    const audio = figure.querySelector("audio");
    if (!opener || !audio) return;
    audio.addEventListener("play", () => {
      figure.classList.add("loa-player--used");
      comfort();
    });
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      figure.classList.add("loa-player--used");
      audio.focus();
      audio.play().catch(() => {});
      comfort();
    });
  });
  all("details").forEach((each) => each.addEventListener("toggle", () => {
    if (each.open && each.querySelector("[data-transcript]")) comfort();
  }));
  if (/^#t=/.test(location.hash) || document.querySelector("[data-asked]") || players.some((figure) => !figure.querySelector("[data-play]"))) comfort();
  if (document.querySelector("[data-desk]")) {
    ["player", "schedule", "sounding", "played", "soundcheck", "desk"].reduce((loaded, name) => loaded.then(() => need(name)), Promise.resolve()).catch(() => {});
  }

  // What can be read and heard without a network is fetched once this page is done.
  if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
    addEventListener("load", async () => {
      try {
        await navigator.serviceWorker.register(`${root}sw.js`);
        (await navigator.serviceWorker.ready).active.postMessage("keep");
      } catch { /* then nothing is kept */ }
    });
  }
})();
