// Adds comfort to pages that work without it. Whatever is bigger than a few lines is fetched when a page needs it.
"use strict";
(() => {
  const root = new URL("../../", document.currentScript.src).href;
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
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  const clock = (seconds) => {
    const whole = Math.max(0, Math.floor(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  };

  const asked = {};
  const need = (name) => (asked[name] ??= new Promise((done, failed) => {
    const script = make("script", { src: `${root}assets/javascripts/${name}.js` });
    script.onload = done;
    script.onerror = () => {
      delete asked[name];
      failed(new Error(name));
    };
    document.head.append(script);
  }));

  window.loa = { root, all, recall, keep, make, fill, clock, need };

  // A button that needs this script is hidden in the page, and shown here with what it does.
  const wire = (selector, act, ready = () => {}) => all(selector).forEach((button) => {
    ready(button);
    button.hidden = false;
    button.addEventListener("click", () => act(button));
  });

  const say = (button, words) => {
    const place = button.parentElement.querySelector("[data-said]") ?? document.querySelector("[data-said]");
    if (place) {
      place.textContent = words;
      return;
    }
    const before = button.textContent;
    button.textContent = words;
    setTimeout(() => { button.textContent = before; }, 2500);
  };

  // Light or dark: what the reader chose, else what the system says.
  const dark = () => (page.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  wire("[data-theme-toggle]", () => {
    page.dataset.theme = dark() ? "light" : "dark";
    keep("theme", page.dataset.theme);
    all("[data-theme-toggle]").forEach((each) => each.setAttribute("aria-pressed", dark()));
  }, (button) => button.setAttribute("aria-pressed", dark()));

  // A- A A+: steps from -1 to 3.
  wire("[data-text-size]", (button) => {
    const step = Number(button.dataset.textSize);
    const size = step ? Math.min(3, Math.max(-1, Number(page.dataset.size ?? 0) + step)) : 0;
    if (size) page.dataset.size = size;
    else delete page.dataset.size;
    keep("size", size || null);
    const words = size > 0 ? _("Larger text, step {step}") : _("Smaller text, step {step}");
    say(button, size ? fill(words, { step: Math.abs(size) }) : _("Normal text"));
  });

  const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];

  wire("[data-print]", () => print());
  wire("[data-share=copy]", async (button) => {
    try {
      await navigator.clipboard.writeText(address());
      say(button, _("Link copied"));
    } catch {
      prompt(_("Copy this link:"), address());
    }
  });
  if (navigator.share) {
    wire("[data-share=native]", (button) => navigator.share({
      title: button.dataset.title ?? document.title,
      url: address(),
    }).catch(() => {}));
  }

  // Saved articles: path → title, on this device only.
  const saved = () => recall("saved") ?? {};
  const path = location.pathname;
  const shown = (button) => {
    const is = path in saved();
    button.setAttribute("aria-pressed", is);
    (button.querySelector("[data-label]") ?? button).textContent = is ? _("Saved") : _("Save");
  };
  const listSaved = () => all("[data-saved]").forEach((list) => {
    const items = Object.entries(saved()).map(([href, title]) => make("li", {}, make("a", { href }, title)));
    list.replaceChildren(...items);
    const section = list.closest("[data-saved-section]");
    if (section) section.hidden = !items.length;
  });
  wire("[data-save]", (button) => {
    const now = saved();
    if (path in now) delete now[path];
    else now[path] = button.dataset.title ?? document.querySelector("h1")?.textContent.trim() ?? document.title;
    keep("saved", now);
    all("[data-save]").forEach(shown);
    listSaved();
  }, shown);
  listSaved();

  // "còn 2 ngày 3 giờ", without telling a screen reader every minute.
  const remaining = (to, ends) => {
    const minutes = Math.ceil((to - Date.now()) / 60000);
    if (minutes <= 0) return Date.now() < ends ? _("on air") : "";
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor(minutes / 60) % 24;
    const parts = [
      days && fill(_("{days} days"), { days }),
      hours && fill(_("{hours} hours"), { hours }),
      !days && minutes % 60 && fill(_("{minutes} minutes"), { minutes: minutes % 60 }),
    ];
    return fill(_("in {time}"), { time: parts.filter(Boolean).join(" ") });
  };
  all("[data-countdown]").forEach((time) => {
    const to = Date.parse(time.dataset.countdown);
    if (Number.isNaN(to)) return;
    const words = make("span", { class: "loa-countdown" });
    time.after(" ", words);
    const tick = () => { words.textContent = remaining(to, Date.parse(time.dataset.ends)); };
    tick();
    setInterval(tick, 20000);
  });
  window.loa.remaining = remaining;

  // Searching starts at a link that also leads somewhere without this script.
  const search = (words = "") => need("search").then(() => window.loa.search(words));
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

  if (document.querySelector("[data-player]")) need("player").catch(() => {});
  if (document.querySelector("[data-desk]")) need("player").then(() => need("desk")).catch(() => {});

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
