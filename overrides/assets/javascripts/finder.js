// Finds pages by words, as people type them: with accents or none, by Telex or VNI that stayed letters, with a wrong
// letter, joined or split, short or in full, in other words. What each word is worth in each page stands in the index
// (see loaphuong/web/search); here it is looked up and added. Needs letters.js and no page: tests run this very file.
"use strict";
(() => {
  const { accented, byKeys, fold, near, spelling, words } = window.loa.letters;
  // How much a find counts that is not what was typed.
  const WORTH = { bare: 0.9, tone: 0.6, keys: 0.95, typo: 0.5, start: 0.5, joined: 0.9, split: 0.9, same: 0.75 };
  const PAIR = 1.6; // two neighbours, against a word
  const COVER = 1; // how much it matters that all words are there
  const SMALL = 0.15; // what a word of those that say little counts
  const LEAST = 0.25; // a page is shown that has so much of what the best has
  const MOST_NEAR = 8;

  // How many documents have a term, and those that are told of, each with how much it says there, 0…1.
  const postings = (text, levels) => {
    const docs = new Map();
    let count = 0;
    let at = -1;
    for (const each of text.split(" ")) {
      if (each.endsWith(":")) count = parseInt(each, 36);
      else docs.set((at += parseInt(each.slice(0, -1), 36)), parseInt(each.slice(-1), 36) / levels);
    }
    return { docs, count: Math.max(count, docs.size) };
  };

  // `fetched(name)` gives what the index holds under a name, as a promise.
  window.loa.finder = (fetched) => {
    let opened;
    const pieces = new Map();
    const blocks = new Map();
    const once = (held, name, made = (content) => content) => {
      if (!held.has(name)) {
        held.set(name, fetched(name).then(made).catch((error) => {
          held.delete(name);
          throw error;
        }));
      }
      return held.get(name);
    };

    const read = (table) => {
      const listed = table.words.split(" ");
      const known = new Set(listed);
      const folded = new Map();
      const spelt = new Map();
      const places = new Map();
      listed.forEach((word, place) => {
        const bare = fold(word);
        places.set(word, place);
        if (!folded.has(bare)) folded.set(bare, []);
        folded.get(bare).push(word);
        spelt.set(spelling(word), word);
      });
      const kinds = [...table.docs].map((kind) => parseInt(kind, 36));
      // A rule is shown under its code, the last page before it that is none.
      let page = 0;
      const pages = kinds.map((kind, index) => (kind === table.rule ? page : (page = index)));
      const same = table.same.map((group) => group.split("|").map(words));
      return { ...table, listed, known, little: new Set(table.little.split(" ")), places, folded, spelt, pages, same, size: kinds.length, weight: kinds.map((kind) => table.kinds[kind] / 100) };
    };
    const open = () => (opened = opened || fetched("muc-luc").then(read).catch((error) => {
      opened = undefined;
      throw error;
    }));

    // term → its postings as text, for all terms of the piece that begins at a word.
    const termsOf = ({ words: ones, pairs, found }, listed, start) => {
      const held = new Map(ones.split("|").map((text, place) => [listed[start + place], text]));
      const texts = found.split("|");
      let first = "";
      if (pairs) {
        pairs.split("|").forEach((pair, place) => {
          const [before, second] = pair.split(" ");
          first = before || first;
          held.set(`${first} ${second}`, texts[place]);
        });
      }
      return held;
    };

    // term → its postings, for the terms that the index knows.
    const lookUp = async (index, terms) => {
      const wanted = [];
      for (const term of terms) {
        const first = (index.folded.get(fold(term).split(" ")[0]) || [])[0];
        if (!first) continue;
        const place = index.places.get(first);
        let at = index.pieces.length - 1;
        while (index.pieces[at][0] > place) at -= 1;
        wanted.push([term, index.pieces[at]]);
      }
      const found = new Map();
      await Promise.all(wanted.map(async ([term, [start, name]]) => {
        const piece = await once(pieces, name, (read_) => termsOf(read_, index.listed, start));
        if (piece.has(term)) found.set(term, postings(piece.get(term), index.levels));
      }));
      return found;
    };

    // The words of the index that a typed word may mean, each with its worth.
    const meanings = (index, word, { bare, last, loose }) => {
      const found = new Map();
      const add = (list, worth) => list.forEach((each) => found.set(each, Math.max(worth, found.get(each) || 0)));
      const flat = fold(word);
      const alike = index.folded.get(flat) || [];
      const exact = index.known.has(word);
      if (exact) add([word], 1);
      // What only file names have is without accents.
      if (accented(word) && index.known.has(flat)) add([flat], WORTH.tone);
      if (!accented(word) && (bare || !exact)) add(alike, exact ? WORTH.bare : 1);
      if (accented(word) && (loose || !exact)) add(alike, WORTH.tone);
      if (!accented(word) && !exact) {
        const meant = index.spelt.get(byKeys(word));
        if (meant && meant !== word) add([meant], WORTH.keys);
      }
      if ((loose || !found.size) && flat.length > 2 && !/^\d+$/.test(flat)) {
        const close = [];
        for (const [each, list] of index.folded) if (each !== flat && near(each, flat)) close.push(...list);
        const nearer = accented(word) ? close.filter((each) => near(each, word)) : close;
        add((nearer.length ? nearer : close).slice(0, 40), loose && found.size ? WORTH.typo / 2 : WORTH.typo);
      }
      if (last && flat.length > 1 && !exact && !alike.length) {
        const begun = [];
        for (const [each, list] of index.folded) if (each.startsWith(flat)) begun.push(...list);
        const meant = accented(word) ? begun.filter((each) => each.startsWith(word)) : begun;
        add((meant.length ? meant : begun).slice(0, 40), WORTH.start);
      }
      return found;
    };

    // A word that is several in one: "viahe", "qd1665".
    const parts = (index, word, most = 4) => {
      const flat = fold(word);
      const digits = /^(\D+)(\d+)$|^(\d+)(\D+)$/.exec(flat);
      if (digits) return [digits.slice(1).filter(Boolean)];
      const found = [];
      const walk = (rest, taken) => {
        if (!rest) found.push(taken);
        if (!rest || taken.length === most || found.length > 20) return;
        for (let end = Math.min(7, rest.length); end > 0; end -= 1) {
          const part = rest.slice(0, end);
          if (index.folded.has(part) && (end > 1 || /[aeiouy]/.test(part))) walk(rest.slice(end), [...taken, part]);
        }
      };
      if (flat.length > 3) walk(flat, []);
      const least = Math.min(...found.map((each) => each.length));
      return found.filter((each) => each.length === least).slice(0, 6);
    };

    // Where a phrase stands in the question.
    const placesOf = (asked, phrase, bare) => {
      const typed = bare ? asked.map(fold) : asked;
      const sought = bare ? phrase.map(fold) : phrase;
      const found = [];
      for (let from = 0; from + sought.length <= typed.length; from += 1) {
        if (sought.every((each, at) => typed[from + at] === each)) found.push(from);
      }
      return found;
    };

    // Other ways to say some of the words: { from, to, phrase, worth }.
    const otherWays = (index, asked, bare) => {
      const found = [];
      asked.forEach((word, at) => {
        if (!index.known.has(word) && !index.folded.has(fold(word))) {
          parts(index, word).forEach((phrase) => found.push({ from: at, to: at + 1, phrase, worth: WORTH.joined }));
        }
        for (const length of [2, 3]) {
          const whole = fold(asked.slice(at, at + length).join(""));
          if (at + length <= asked.length && whole.length > 4 && index.folded.has(whole)) {
            found.push({ from: at, to: at + length, phrase: [whole], worth: WORTH.split });
          }
        }
      });
      for (const group of index.same) {
        for (const phrase of group) {
          for (const from of placesOf(asked, phrase, bare)) {
            group.filter((each) => each !== phrase).forEach((each) => {
              found.push({ from, to: from + phrase.length, phrase: each, worth: WORTH.same });
            });
          }
        }
      }
      return found;
    };

    const rarity = (index, count) => Math.log(1 + (index.size - count + 0.5) / (count + 0.5));

    // Two words' pairs: those of their likeliest forms without accents.
    const pairsOf = (one, other) => {
      const found = new Map();
      const forms = (meant) => {
        const made = new Map();
        [...meant].sort((a, b) => b[1] - a[1]).slice(0, MOST_NEAR).forEach(([word, worth]) => {
          made.set(fold(word), Math.max(worth, made.get(fold(word)) || 0));
        });
        return made;
      };
      for (const [left, first] of forms(one)) {
        for (const [right, second] of forms(other)) found.set(`${left} ${right}`, first * second);
      }
      return found;
    };

    const best = (terms, posts) => {
      const found = new Map();
      let count = 0;
      for (const [term, worth] of terms) {
        if (!posts.has(term)) continue;
        const held = posts.get(term);
        count = Math.max(count, held.count);
        for (const [doc, level] of held.docs) found.set(doc, Math.max(found.get(doc) || 0, level * worth));
      }
      return { found, count: Math.max(count, found.size) };
    };

    const rank = async (index, asked, { bare, loose }) => {
      const meant = asked.map((word, at) => meanings(index, word, { bare, last: at === asked.length - 1, loose }));
      const others = otherWays(index, asked, bare);
      const [swaps, turns] = [(way) => way.to - way.from === 1 && way.phrase.length === 1, (way) => !swaps(way)];
      others.filter(swaps).forEach(({ from, phrase: [word], worth }) => {
        const held = meant[from];
        (index.known.has(word) ? [word] : index.folded.get(fold(word)) || []).forEach((each) => {
          held.set(each, Math.max(worth, held.get(each) || 0));
        });
      });
      const ways = others.filter(turns).map((way) => ({
        ...way,
        meant: way.phrase.map((word) => new Map(
          (index.known.has(word) ? [word] : index.folded.get(fold(word)) || []).map((each) => [each, 1]))),
      })).filter((way) => way.meant.every((each) => each.size));
      const neighbours = meant.slice(1).map((each, at) => pairsOf(meant[at], each));
      ways.forEach((way) => { way.pairs = way.meant.slice(1).map((each, at) => pairsOf(way.meant[at], each)); });
      const sought = [...meant, ...neighbours, ...ways.flatMap((way) => [...way.meant, ...way.pairs])];
      const posts = await lookUp(index, new Set(sought.flatMap((terms) => [...terms.keys()])));

      const weighted = (terms) => {
        const { found, count } = best(terms, posts);
        return { found, rare: rarity(index, count), untold: count > found.size };
      };
      const single = meant.map(weighted);
      const double = neighbours.map(weighted);
      const telling = asked.filter((word) => !index.little.has(word)).length;
      const little = asked.map((word) => telling > 1 && index.little.has(word));
      const matter = single.map(({ found, rare }, at) => (found.size ? rare : rarity(index, 1) * 0.7) * (little[at] ? SMALL : 1));
      const whole = matter.reduce((sum, each) => sum + each, 0) || 1;

      const docs = new Map();
      const at = (doc) => {
        if (!docs.has(doc)) docs.set(doc, { word: asked.map(() => 0), pair: asked.map(() => 0), there: asked.map(() => 0) });
        return docs.get(doc);
      };
      single.forEach(({ found, rare }, place) => found.forEach((level, doc) => {
        at(doc).word[place] = level * rare * (little[place] ? SMALL : 1);
        at(doc).there[place] = 1;
      }));
      double.forEach(({ found, rare }, place) => found.forEach((level, doc) => {
        if (docs.has(doc)) at(doc).pair[place] = PAIR * level * rare * (little[place] && little[place + 1] ? SMALL : 1);
      }));
      for (const way of ways) {
        const ones = way.meant.map(weighted);
        const twos = way.pairs.map(weighted);
        const span = way.to - way.from;
        for (const doc of ones[0].found.keys()) {
          if (!ones.every(({ found }) => found.has(doc))) continue;
          // Two syllables that do not stand together are another word.
          const apart = twos.some(({ found }) => found.size && !found.has(doc)) || twos.some(({ found }) => !found.size);
          let score = ones.reduce((sum, { found, rare }) => sum + found.get(doc) * rare, 0);
          score += twos.reduce((sum, { found, rare }) => sum + (found.get(doc) || 0) * rare * PAIR, 0);
          score *= way.worth * (apart ? 0.3 : 1);
          const entry = at(doc);
          let now = 0;
          for (let place = way.from; place < way.to; place += 1) now += entry.word[place] + (place + 1 < way.to ? entry.pair[place] : 0);
          if (!apart) for (let place = way.from; place < way.to; place += 1) entry.there[place] = Math.max(entry.there[place], 0.9);
          if (score <= now) continue;
          for (let place = way.from; place < way.to; place += 1) {
            entry.word[place] = score / span;
            if (place + 1 < way.to) entry.pair[place] = 0;
          }
        }
      }
      const hits = [...docs].map(([doc, { word, pair, there }]) => {
        const cover = there.reduce((sum, each, place) => sum + each * matter[place], 0) / whole;
        const score = word.reduce((sum, each, place) => sum + each + pair[place], 0);
        return { doc, cover, score: score * cover ** COVER * index.weight[doc], missing: there.filter((each, place) => !each && !little[place]).length };
      });
      const shown = new Set(meant.flatMap((each) => [...each].filter(([, worth]) => worth >= WORTH.start).map(([word]) => word)));
      ways.forEach((way) => way.meant.forEach((each) => each.forEach((worth, word) => shown.add(word))));
      return { hits, shown, unknown: asked.filter((word, place) => !single[place].found.size && !little[place]) };
    };

    // One entry a page: the best of a code and its rules, the other rules below it.
    const byPage = (index, hits) => {
      const found = new Map();
      for (const hit of hits.sort((one, other) => other.score - one.score || one.doc - other.doc)) {
        const page = index.pages[hit.doc];
        if (!found.has(page)) found.set(page, { ...hit, others: [] });
        else found.get(page).others.push(hit.doc);
      }
      return [...found.values()];
    };

    // The words of the index that are nearest to one that it does not have.
    const nearest = (index, word) => {
      const flat = fold(word);
      const of = (fits) => [...index.folded].filter(([each]) => each.length > 1 && fits(each)).flatMap(([, list]) => list);
      let found = of((each) => near(each, flat));
      for (let length = Math.min(flat.length, 12); !found.length && length > 1; length -= 1) {
        found = of((each) => each.startsWith(flat.slice(0, length)));
      }
      return found.slice(0, 3);
    };

    // → { hits: [{ doc, others, missing }], shown, nearest, useful }: `shown` are the words to mark, plain.
    const find = async (question) => {
      const index = await open();
      const asked = words(question).slice(0, 24);
      if (!asked.length) return { hits: [], shown: new Set(), nearest: [], useful: [] };
      const bare = !asked.some(accented);
      let found = await rank(index, asked, { bare, loose: false });
      if (!found.hits.some(({ missing }) => !missing)) {
        const wider = await rank(index, asked, { bare, loose: true });
        const top = (hits) => Math.max(0, ...hits.map(({ score }) => score));
        if (top(wider.hits) > top(found.hits)) found = wider;
      }
      const hits = byPage(index, found.hits);
      const least = hits.length ? hits[0].score * LEAST : 0;
      return {
        hits: hits.filter(({ score }) => score >= least),
        shown: found.shown,
        nearest: hits.length ? [] : [...new Set(found.unknown.flatMap((word) => nearest(index, word)))].slice(0, 6),
        useful: hits.length ? [] : index.useful,
      };
    };

    // What a list shows of some documents, in their order.
    const show = async (docs) => {
      const index = await open();
      return Promise.all(docs.map(async (doc) => {
        const block = await once(blocks, index.blocks[Math.floor(doc / index.block)]);
        const [group, address, title, lead, date, mark] = block[doc % index.block];
        return { group: index.groups[group], address, title, lead, date, mark: index.marks[mark] };
      }));
    };

    return { open, find, show };
  };
})();
