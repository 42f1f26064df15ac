// The browser's own player with speed, jumps, chapters, a remembered place, and a transcript that follows the voice.
"use strict";
(() => {
  const { all, clock, fill, keep, lastPlace, make, recall } = window.loa;
  const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
  const JUMP_SECONDS = 15;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const button = (label, act, attributes = {}) => {
    const made = make("button", { type: "button", ...attributes }, label);
    made.addEventListener("click", act);
    return made;
  };
  const start = (audio, seconds) => {
    audio.currentTime = seconds;
    audio.play().catch(() => {});
  };

  // One voice at a time on the page.
  document.addEventListener("play", ({ target }) => {
    all("audio").forEach((other) => { if (other !== target) other.pause(); });
  }, true);

  const speed = (audio) => {
    const chosen = recall("speed") || 1;
    const select = make("select", { "aria-label": _("Speed of reading") });
    for (const rate of SPEEDS) {
      const option = make("option", { value: rate }, `${String(rate).replace(".", _("."))}×`);
      option.selected = rate === chosen;
      select.append(option);
    }
    audio.defaultPlaybackRate = audio.playbackRate = chosen;
    select.addEventListener("change", () => {
      audio.defaultPlaybackRate = audio.playbackRate = Number(select.value);
      keep("speed", audio.playbackRate === 1 ? null : audio.playbackRate);
    });
    return make("label", {}, make("span", {}, _("Speed"), " "), select);
  };

  // The place is kept every few seconds, and forgotten near the end.
  const remember = (audio, place) => {
    const key = `place:${new URL(audio.currentSrc || audio.src || audio.querySelector("source").src).pathname}`;
    const linked = Number((/^#t=(\d+)$/.exec(location.hash) || [])[1] || 0);
    const from = linked || recall(key) || 0;
    let written = 0;
    if (from > 0) {
      const go = () => {
        // On a busy phone some of it has sounded before this is told.
        if (audio.currentTime < 3 && from < audio.duration - 10) audio.currentTime = from;
      };
      if (audio.readyState > 0) go();
      else audio.addEventListener("loadedmetadata", go, { once: true });
      place.textContent = fill(_("Goes on from {time}"), { time: clock(from) });
    }
    audio.addEventListener("timeupdate", () => {
      if (Math.abs(audio.currentTime - written) < 4) return;
      written = audio.currentTime;
      keep(key, written > 5 && written < audio.duration - 10 ? Math.floor(written) : null);
    });
    audio.addEventListener("play", () => { place.textContent = ""; });
    audio.addEventListener("ended", () => keep(key, null));
  };

  // The page lists the chapters; here each becomes a button, in place.
  const chapters = (audio, list) => {
    const items = all("li[data-start]", list).map((item) => {
      const from = Number(item.dataset.start);
      const chapter = button("", () => start(audio, from));
      chapter.append(...item.childNodes);
      item.append(chapter);
      return { chapter, from };
    });
    audio.addEventListener("timeupdate", () => {
      const now = lastPlace(items, ({ from }) => from <= audio.currentTime + 0.05);
      items.forEach(({ chapter }, index) => mark(chapter, index === now));
    });
  };

  const listed = (figure) => {
    let given = [];
    try {
      given = JSON.parse(figure.dataset.chapters || "[]");
    } catch { /* shown without chapters */ }
    if (given.length < 2) return null;
    const list = make("ol", { class: "loa-chapters", "aria-label": _("The items of the bulletin") });
    list.append(...given.map(({ start: from, title }) => make(
      "li", { "data-start": from }, make("span", { class: "loa-chapters__time" }, clock(from)), " ", title)));
    figure.append(list);
    return list;
  };

  const mark = (element, is) => {
    if (is) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
  };

  // Every sentence is a button; only the spoken one (or the first) is in the tab order, arrows reach the others.
  const transcript = (audio, list) => {
    const cues = all("li[data-start]", list).map((item) => {
      const from = Number(item.dataset.start);
      const cue = button("", () => start(audio, from), { class: "loa-cue", tabindex: "-1" });
      cue.append(...item.childNodes);
      item.append(cue);
      return { item, cue, from, to: Number(item.dataset.end || from) };
    });
    if (!cues.length) return;
    cues[0].cue.tabIndex = 0;
    let spoken = -1;
    const focusable = (index) => cues.forEach(({ cue }, each) => { cue.tabIndex = each === index ? 0 : -1; });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const at = cues.findIndex(({ cue }) => cue === document.activeElement);
      const next = cues[at + step];
      if (!step || at < 0 || !next) return;
      event.preventDefault();
      event.stopPropagation();
      focusable(at + step);
      next.cue.focus();
    });
    const follow = () => {
      const now = lastPlace(cues, ({ from }) => from <= audio.currentTime + 0.05);
      if (now === spoken) return;
      if (cues[spoken]) mark(cues[spoken].cue, false);
      spoken = now;
      if (now < 0) return;
      const { cue, item } = cues[now];
      mark(cue, true);
      if (!list.contains(document.activeElement)) focusable(now);
      // Only a list that scrolls by itself follows the voice; the page never moves under the reader.
      if (list.scrollHeight > list.clientHeight + 4) {
        const top = list.scrollTop + item.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
        list.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
      }
    };
    audio.addEventListener("timeupdate", follow);
    audio.addEventListener("seeked", follow);
  };

  // What a reader asks to keep is heard without a network, and listed on the offline page; the oldest of many goes.
  const ASKED = "loa-asked";
  const ASKED_MOST = 6;
  const pathOf = (url) => new URL(url).pathname;
  const keeper = (audio, title, said) => {
    const url = audio.src;
    const show = (is) => {
      keeping.setAttribute("aria-pressed", is);
      keeping.textContent = is ? _("Kept for hearing offline") : _("Keep for hearing offline");
    };
    const drop = async (shelf, each) => {
      await shelf.delete(each);
      const known = recall("asked") || {};
      delete known[pathOf(each)];
      keep("asked", known);
    };
    const keeping = button("", async () => {
      keeping.disabled = true;
      said.textContent = "";
      try {
        const shelf = await caches.open(ASKED);
        if (await shelf.match(url)) {
          await drop(shelf, url);
          show(false);
        } else {
          const answer = await fetch(url);
          if (!answer.ok) throw new Error(answer.status);
          await shelf.put(url, answer);
          keep("asked", { ...recall("asked"), [pathOf(url)]: title });
          const found = await shelf.keys();
          await Promise.all(found.slice(0, Math.max(0, found.length - ASKED_MOST)).map((each) => drop(shelf, each.url)));
          show(true);
        }
      } catch {
        said.textContent = _("It could not be kept on this device.");
      }
      keeping.disabled = false;
    });
    show(false);
    caches.open(ASKED).then((shelf) => shelf.match(url)).then((found) => show(Boolean(found))).catch(() => {});
    return keeping;
  };
  all("[data-asked]").forEach(async (list) => {
    const known = recall("asked") || {};
    try {
      const found = await (await caches.open(ASKED)).keys();
      list.append(...found.map(({ url }) => {
        const title = known[pathOf(url)] || pathOf(url);
        return make("li", {}, make("p", {}, title), make("audio", { controls: "", preload: "none", src: url, "aria-label": title }));
      }));
      list.closest("section").hidden = !found.length;
    } catch { /* nothing is kept here */ }
  });

  // The lock screen and the headset show what is playing.
  const announce = (audio, title) => audio.addEventListener("play", () => {
    if (!("mediaSession" in navigator)) return;
    const site = document.querySelector("meta[property='og:site_name']");
    navigator.mediaSession.metadata = new MediaMetadata({
      title,
      artist: site ? site.content : "",
    });
    navigator.mediaSession.setActionHandler("seekbackward", () => { audio.currentTime -= JUMP_SECONDS; });
    navigator.mediaSession.setActionHandler("seekforward", () => { audio.currentTime += JUMP_SECONDS; });
  });

  // A transcript names its player, or follows it in the page.
  const players = all("[data-player]");
  const lists = all("[data-transcript]");
  const playerOf = (list) => (list.dataset.transcript
    ? document.getElementById(list.dataset.transcript)
    : players[lastPlace(players, (figure) => figure.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING)]);
  players.forEach((figure) => {
    const audio = figure.querySelector("audio");
    if (!audio) return;
    const title = figure.dataset.title || document.title;
    if (!audio.hasAttribute("aria-label")) audio.setAttribute("aria-label", fill(_("Listen: {title}"), { title }));
    const place = make("span", { class: "loa-player__place", role: "status" });
    const jump = (by, label, shown) => button(shown, () => { audio.currentTime = Math.max(0, audio.currentTime + by); }, {
      "aria-label": label,
    });
    const tools = figure.querySelector(".loa-player__tools") || make("div", { class: "loa-player__tools" });
    // What goes on air is played from its beginning, as fast as it was recorded.
    const onAir = figure.closest("[data-desk]") !== null;
    tools.append(
      jump(-JUMP_SECONDS, fill(_("Back {seconds} seconds"), { seconds: JUMP_SECONDS }), fill(_("Back {seconds}"), { seconds: JUMP_SECONDS })),
      jump(JUMP_SECONDS, fill(_("Forward {seconds} seconds"), { seconds: JUMP_SECONDS }), fill(_("Forward {seconds}"), { seconds: JUMP_SECONDS })),
      ...(onAir ? [] : [speed(audio)]),
      ...(onAir || !("caches" in window) ? [] : [keeper(audio, title, place)]),
      place,
    );
    if (!tools.isConnected) figure.append(tools);
    const contents = figure.querySelector(".loa-chapters") || listed(figure);
    if (contents) chapters(audio, contents);
    lists.filter((list) => playerOf(list) === figure).forEach((list) => transcript(audio, list));
    if (!onAir) remember(audio, place);
    announce(audio, title);
  });
})();
