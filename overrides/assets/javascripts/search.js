// The dialog that asks finder.js and lists what it found, best first; where there is nothing, it leads on.
"use strict";
(() => {
  const { all, fill, finder: finderOf, make, root } = window.loa;
  const { fold, plain, words } = window.loa.letters;
  const SHOWN = 10;
  const WORD = /[\p{L}\p{N}]+/gu;

  const fetched = (name) => fetch(`${root}tim-kiem/${name}.json`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))));
  let finder = finderOf(fetched);
  // A page that stayed open while the site was built anew asks for pieces that are gone: then it begins afresh, once.
  const patient = async (work) => {
    try {
      return await work();
    } catch {
      finder = finderOf(fetched);
      return work();
    }
  };

  const marked = (text, shown) => {
    const parts = [];
    let from = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!shown.has(plain(word)) && !shown.has(fold(plain(word)))) continue;
      parts.push(text.slice(from, index), make("mark", {}, word));
      from = index + word.length;
    }
    return [...parts, text.slice(from)];
  };

  const link = ({ address, title }, shown) => make("a", { href: root + address }, ...marked(title, shown));
  const item = (found, others, shown) => {
    const about = [found.group, found.date].filter(Boolean).join(" · ");
    const marks = found.mark ? [" ", make("span", { class: "loa-tag" }, found.mark)] : [];
    const made = make("li", {}, link(found, shown), " ", make("small", {}, about), ...marks, make("p", {}, ...marked(found.lead, shown)));
    if (others.length) made.append(make("ul", {}, ...others.map((other) => make("li", {}, link(other, shown)))));
    return made;
  };
  // Some results as items, with the best of the rules that belong to the same page.
  const items = (hits, shown) => Promise.all(hits.map(async ({ doc, others }) => {
    const [found, ...more] = await finder.show([doc, ...others.slice(0, 3)]);
    return item(found, more.filter(({ address }) => address.includes("#")), shown);
  }));

  const list = async ({ hits, shown }) => {
    const made = make("ol", {}, ...await items(hits.slice(0, SHOWN), shown));
    if (hits.length <= SHOWN) return [made];
    const more = make("button", { type: "button" }, fill(_("See all {count} results"), { count: hits.length }));
    more.addEventListener("click", async () => {
      const rest = await items(hits.slice(SHOWN), shown);
      made.append(...rest);
      more.remove();
      rest[0].querySelector("a").focus();
    });
    return [made, more];
  };

  // Words to try instead, and pages that many look for.
  const leads = async ({ nearest, useful }) => {
    const made = [];
    if (nearest.length) {
      const tries = nearest.map((word) => {
        const button = make("button", { type: "button" }, word);
        button.addEventListener("click", () => window.loa.search(word));
        return make("li", {}, button);
      });
      made.push(make("h2", {}, _("Words that are near")), make("ul", { class: "loa-chips" }, ...tries));
    }
    const pages = (await finder.show(useful)).map((page) => item(page, [], new Set()));
    if (pages.length) made.push(make("h2", {}, _("Perhaps one of these helps")), make("ul", {}, ...pages));
    return made;
  };

  const input = make("input", {
    type: "search", name: "q", id: "loa-search-q", autocomplete: "off", enterkeyhint: "search", spellcheck: "false",
    placeholder: _("With accents or without"),
  });
  const close = make("button", { type: "button", class: "loa-search__close" }, _("Close"));
  const status = make("p", { role: "status", class: "loa-search__status" });
  const results = make("div", { class: "loa-search__results" });
  const form = make("form", { role: "search" }, make("label", { for: "loa-search-q" }, _("Search this site")), input, close);
  const dialog = make("dialog", { class: "loa-search", "data-search": "", "aria-label": _("Search") }, form, status, results);
  document.body.append(dialog);
  // Safari before 15.4 has no dialogs: then it is shown and hidden by its attribute alone.
  const open = () => (dialog.showModal ? dialog.showModal() : dialog.setAttribute("open", ""));
  const shut = () => (dialog.close ? dialog.close() : dialog.removeAttribute("open"));

  let turn = 0;
  const show = async () => {
    turn += 1;
    const mine = turn;
    const question = input.value.trim();
    let made = [];
    let said = "";
    let none = false;
    try {
      if (words(question).length) {
        const found = await patient(() => finder.find(question));
        none = !found.hits.length;
        made = await patient(() => (none ? leads(found) : list(found)));
        if (none) said = fill(_("Nothing found for “{question}”."), { question });
        else if (found.hits.some(({ missing }) => !missing)) said = fill(_("{count} results"), { count: found.hits.length });
        else said = fill(_("No page has all these words; {count} have most of them"), { count: found.hits.length });
      }
    } catch {
      said = _("The search index could not be loaded. Check the connection and try again.");
    }
    if (mine !== turn) return;
    status.classList.toggle("loa-search__none", none);
    status.textContent = said;
    results.textContent = "";
    results.append(...made);
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
  close.addEventListener("click", shut);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) shut(); });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !dialog.showModal) shut();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [input, ...all("a", results)];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  window.loa.search = (question) => {
    if (!dialog.hasAttribute("open")) open();
    if (question) input.value = question;
    input.select();
    finder.open().catch(() => {});
    return show();
  };
})();
