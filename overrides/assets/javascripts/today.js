// What is true today: a page that was built days ago shows what belongs to this moment. Nothing is fetched.
"use strict";
(() => {
  const { all, fill } = window.loa;
  const DAY = 86400000;
  const time = (value, otherwise) => (value ? Date.parse(value) : otherwise);

  // Shown from `data-since` on, until `data-until`; a `data-some` stands while anything in it is shown.
  const spans = (now) => {
    all("[data-since], [data-until]").forEach((each) => {
      each.hidden = now < time(each.dataset.since, -Infinity) || now >= time(each.dataset.until, Infinity);
    });
    all("[data-some]").forEach((each) => {
      each.hidden = !each.querySelector("[data-since]:not([hidden]), [data-until]:not([hidden])");
    });
  };

  // The rule of the day: the page has those of the weeks after it was built.
  const rule = (now) => {
    const place = document.querySelector("[data-rule]");
    const told = document.querySelector("[data-rules]");
    if (!place || !told) return;
    const { first, rules } = JSON.parse(told.textContent);
    const count = rules.length;
    const found = rules[((Math.floor((now - Date.parse(first)) / DAY) % count) + count) % count];
    const link = place.querySelector("a");
    if (link.textContent === found.title) return;
    link.textContent = found.title;
    link.href = window.loa.root + found.url;
    place.className = `loa-today loa-today--${found.stance}`;
    place.querySelector("[data-rule-place]").textContent = found.place;
    place.querySelector("[data-rule-code]").textContent = found.code;
  };

  // How long something waits, in whole days.
  const waits = (now) => all("[data-days]").forEach((each) => {
    const days = Math.floor((now - Date.parse(`${each.dataset.days}T00:00:00`)) / DAY);
    each.textContent = days > 0 ? fill(_(", {days} days ago"), { days }) : "";
  });

  const tick = () => {
    const now = Date.now();
    spans(now);
    waits(now);
    rule(now);
  };
  tick();
  setInterval(tick, 20000);
})();
