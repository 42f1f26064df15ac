// Vietnamese as people type it: with accents exactly, without accents too, hoà as hòa, UBND as its words. The table of
// titles and leads is fetched when somebody searches; the words of the texts, a file a letter, only when those do not
// suffice. A text is found where one sentence has all words.
"use strict";
(() => {
  const { all, fill, make, root } = window.loa;
  const ENOUGH = 8;
  const SHOWN = 5;
  const WORD = /[\p{L}\p{N}]+/gu;
  const SCORE = { titlePhrase: 100, leadPhrase: 40, titleWord: 10, leadWord: 3, text: 1 };

  // The tone stands on the first vowel of an open oa, oe, uy (òa, ủy), whichever way it was typed; qu is a consonant.
  const OLD_PLACES = /(?<!q)([ou])([àáảãạèéẻẽẹỳýỷỹỵ])(?![\p{L}\p{N}_])/gu;
  const plain = (text) => text.normalize("NFC").toLowerCase().replace(OLD_PLACES, (whole, first, second) => {
    const [vowel, tone] = second.normalize("NFD");
    return (first + tone).normalize("NFC") + vowel;
  });
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
  const words = (text) => plain(text).match(WORD) || [];
  const line = (list) => ` ${list.join(" ")} `;

  const fetched = (name) => fetch(`${root}tim-kiem/${name}.json`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))));
  const numbers = (text) => text.split(" ").map((step) => parseInt(step, 36));

  let table;
  const open = () => (table = table || fetched("muc-luc")
    .then(({ groups, short, common, sentences, docs }) => {
      let start = 0;
      const ends = numbers(sentences).map((count) => (start += count));
      const usual = common.split(" ");
      return {
        short: Object.entries(short).map(([abbreviation, meaning]) => [words(abbreviation), words(meaning)]),
        common: new Set([...usual, ...usual.map(fold)]),
        ends,
        docs: docs.map(([group, address, title, lead, date], index) => {
          const exact = [line(words(title)), line(words(lead))];
          return { index, group: groups[group], address, title, lead, date, exact, folded: exact.map(fold) };
        }),
      };
    })
    .catch((error) => {
      table = undefined;
      throw error;
    }));

  // The words that begin with a letter → the sentences that have them; steps between sentence numbers are in base 36.
  const letters = new Map();
  const openLetter = (word) => {
    const first = fold(word)[0];
    const name = /[a-z]/.test(first) ? first : "0";
    if (!letters.has(name)) {
      letters.set(name, fetched(name).then(({ words: listed, hits }) => listed.split(" ").map((each, index) => {
        let at = -1;
        return { exact: each, folded: fold(each), found: numbers(hits[index]).map((step) => (at += step)) };
      }), () => {
        letters.delete(name);
        return [];
      }));
    }
    return letters.get(name);
  };

  // Accented words must stand as typed; bare ones match any accents. The last word may be unfinished.
  const accented = (word) => fold(word) !== word;
  const needle = (word, last) => (last ? ` ${word}` : ` ${word} `);
  const places = (doc, word, last) => {
    const lines = accented(word) ? doc.exact : doc.folded;
    return lines.map((each) => each.includes(needle(word, last)));
  };

  const rank = (doc, asked) => {
    let score = 0;
    for (const [index, word] of asked.entries()) {
      const [title, lead] = places(doc, word, index === asked.length - 1);
      if (!title && !lead) return 0;
      score += title ? SCORE.titleWord : SCORE.leadWord;
    }
    const lines = asked.some(accented) ? doc.exact : doc.folded;
    const phrase = ` ${asked.join(" ")}`;
    if (lines[0].includes(phrase)) score += SCORE.titlePhrase;
    if (lines[1].includes(phrase)) score += SCORE.leadPhrase;
    // Bare words typed as such, where they are really bare, come before look-alikes.
    if (doc.exact.some((each) => each.includes(phrase))) score += SCORE.titleWord;
    return score;
  };

  const sentencesWith = async (word, last) => {
    const form = accented(word) ? "exact" : "folded";
    const same = last && word.length > 1 ? (each) => each[form].startsWith(word) : (each) => each[form] === word;
    return new Set((await openLetter(word)).filter(same).flatMap(({ found }) => found));
  };

  // document number → in how many of its sentences all words stand
  const inTexts = async (asked, { common, ends }) => {
    const last = asked.length - 1;
    const telling = asked.map((word, at) => [word, at === last]).filter(([word]) => !common.has(word));
    const counts = new Map();
    if (!telling.length) return counts;
    const [first, ...others] = await Promise.all(telling.map((each) => sentencesWith(...each)));
    for (const sentence of first) {
      if (!others.every((each) => each.has(sentence))) continue;
      const index = ends.findIndex((end) => sentence < end);
      counts.set(index, (counts.get(index) || 0) + 1);
    }
    return counts;
  };

  // The question itself, and with abbreviations spelled out or words abbreviated.
  const wordings = (asked, short) => {
    const found = [asked];
    const text = line(asked);
    const bare = fold(text);
    for (const [abbreviation, meaning] of short) {
      for (const [one, other] of [[abbreviation, meaning], [meaning, abbreviation]]) {
        const same = text.includes(line(one)) || bare.includes(fold(line(one)));
        if (same) found.push(bare.replace(fold(line(one)), ` ${other.join(" ")} `).trim().split(" "));
      }
    }
    return found;
  };

  async function find(question) {
    const asked = words(question);
    if (!asked.length) return [];
    const index = await open();
    const tries = asked.some(accented) ? [asked, asked.map(fold)] : [asked];
    for (const each of tries) {
      const ways = wordings(each, index.short);
      const scores = new Map(index.docs.map((doc) => [doc, Math.max(...ways.map((way) => rank(doc, way)))]));
      if ([...scores.values()].filter(Boolean).length < ENOUGH) {
        for (const way of ways) {
          for (const [place, count] of await inTexts(way, index)) {
            const doc = index.docs[place];
            scores.set(doc, Math.max(scores.get(doc), SCORE.text + Math.min(count, 9) / 10));
          }
        }
      }
      const found = [...scores].map(([doc, score]) => ({ doc, score })).filter(({ score }) => score > 0);
      if (found.length) return found.sort((one, other) => other.score - one.score || one.doc.index - other.doc.index);
    }
    return [];
  }

  const marked = (text, asked) => {
    const parts = [];
    let from = 0;
    const last = asked.length - 1;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const exact = plain(word);
      const hit = asked.some((each, at) => {
        const shown = accented(each) ? exact : fold(exact);
        return at === last ? shown.startsWith(each) : shown === each;
      });
      if (!hit) continue;
      parts.push(text.slice(from, index), make("mark", {}, word));
      from = index + word.length;
    }
    return [...parts, text.slice(from)];
  };

  const item = ({ doc }, asked) => {
    const link = make("a", { href: root + doc.address }, ...marked(doc.title, asked));
    const lead = make("p", {}, ...marked(doc.lead, asked));
    return make("li", {}, link, ...(doc.date ? [" ", make("small", {}, doc.date)] : []), lead);
  };

  const section = ([title, found], asked, number) => {
    const id = `loa-search-${number}`;
    const list = make("ol", {}, ...found.slice(0, SHOWN).map((each) => item(each, asked)));
    const heading = make("h2", { id }, `${title} `, make("small", {}, `(${found.length})`));
    const made = make("section", { "aria-labelledby": id }, heading, list);
    if (found.length > SHOWN) {
      const more = make("button", { type: "button" }, fill(_("See all {count} results"), { count: found.length }));
      more.addEventListener("click", () => {
        const rest = found.slice(SHOWN).map((each) => item(each, asked));
        list.append(...rest);
        more.remove();
        rest[0].querySelector("a").focus();
      });
      made.append(more);
    }
    return made;
  };

  const input = make("input", {
    type: "search", name: "q", id: "loa-search-q", autocomplete: "off", enterkeyhint: "search", spellcheck: "false",
    placeholder: _("With accents or without"),
  });
  const close = make("button", { type: "button", class: "loa-search__close" }, _("Close"));
  const status = make("p", { role: "status", class: "loa-search__status" });
  const groups = make("div", { class: "loa-search__groups" });
  const form = make("form", { role: "search" }, make("label", { for: "loa-search-q" }, _("Search this site")), input, close);
  const dialog = make("dialog", { class: "loa-search", "data-search": "", "aria-label": _("Search") }, form, status, groups);
  document.body.append(dialog);

  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const question = input.value.trim();
    let found = [];
    let said = "";
    try {
      if (question) {
        found = await find(question);
        said = found.length
          ? fill(_("{count} results"), { count: found.length })
          : fill(_("Nothing found for “{question}”. Try fewer words, or no accents."), { question });
      }
    } catch {
      said = _("The search index could not be loaded. Check the connection and try again.");
    }
    if (mine !== turn) return;
    const asked = words(question);
    const exact = found.length && asked.some(accented) && !found.some(({ doc }) => rank(doc, asked));
    const bySection = found.reduce(
      (sorted, each) => sorted.set(each.doc.group, [...(sorted.get(each.doc.group) || []), each]), new Map());
    const shown = exact ? asked.map(fold) : asked;
    status.classList.toggle("loa-search__none", Boolean(question) && !found.length);
    status.textContent = said;
    groups.textContent = "";
    groups.append(...[...bySection].map((each, number) => section(each, shown, number)));
  };

  let typing;
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(show, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    show();
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [input, ...all("a", groups)];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  window.loa.search = (question) => {
    if (!dialog.open) dialog.showModal();
    if (question) input.value = question;
    input.select();
    open().catch(() => {});
    return show();
  };
})();
