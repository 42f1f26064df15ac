// A telephone that read a sheet is told whether the sheet is still in force: ?ban=<mark> against the marks of today.
"use strict";
(() => {
  const { all, fill } = window.loa;
  const mark = new URLSearchParams(location.search).get("ban");
  const answer = document.querySelector("[data-answer]");
  if (!mark || !answer || !/^[a-z0-9-]+\.\d+\.[0-9a-f]{8}$/.test(mark)) return;
  const subject = mark.split(".")[0];
  const known = all("[data-subject]").find((each) => each.dataset.subject === subject);
  const state = known ? (known.dataset.mark === mark ? "valid" : "replaced") : "gone";
  answer.textContent = fill(answer.dataset[state], { mark, now: known ? known.dataset.mark : "" });
  answer.dataset.state = state;
  answer.hidden = false;
  // The address leads to the line of the text; the answer above is what was asked for.
  addEventListener("load", () => setTimeout(() => answer.scrollIntoView({ block: "center" }), 0));
})();
