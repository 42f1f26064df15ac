// overrides/: styles that a browser reads as they are, one of 2019 too (Chrome 74, iOS 15: `browserslist` in
// package.json), with `_("English id")` where gettext's words are put in.
const SHORT = ["margin-block", "margin-inline", "padding-block", "padding-inline", "inset", "inset-block", "inset-inline"];

export default {
  extends: "stylelint-config-recommended",
  plugins: ["stylelint-no-unsupported-browser-features", "./stylelint.fallbacks.js"],
  rules: {
    // Related rules stand beside each other, by what they show; the cascade is meant.
    "no-descending-specificity": null,
    "function-no-unknown": [true, { ignoreFunctions: ["_"] }],
    "declaration-property-value-no-unknown": [true, { ignoreProperties: { content: ["/^_\\(/"] } }],
    "declaration-block-no-duplicate-properties": [true, { ignore: ["consecutive-duplicates"] }],
    "property-disallowed-list": SHORT,
    "selector-not-notation": "simple",
    "selector-pseudo-class-disallowed-list": ["is", "where"],
    "loa/newer-functions-have-fallbacks": true,
    // What is listed is lost without harm, or has something to fall back on that another rule asks for.
    "plugin/no-unsupported-browser-features": [true, {
      severity: "error",
      ignorePartialSupport: true,
      ignore: [
        "css-focus-visible", "css-has", "css-marker-pseudo", "css-math-functions", "css-media-scripting", "css-not-sel-list",
        "css-overscroll-behavior", "css-paged-media", "css-scroll-behavior", "css-scrollbar", "flexbox-gap", "prefers-color-scheme",
      ],
    }],
  },
  // The elements of RSS and Atom.
  overrides: [{ files: ["overrides/feed.css"], rules: { "selector-type-no-unknown": null } }],
};
