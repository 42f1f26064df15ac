// overrides/: styles that a browser reads as they are, with `_("English id")` where gettext's words are put in.
export default {
  extends: "stylelint-config-recommended",
  rules: {
    // Related rules stand beside each other, by what they show; the cascade is meant.
    "no-descending-specificity": null,
    "function-no-unknown": [true, { ignoreFunctions: ["_"] }],
    "declaration-property-value-no-unknown": [true, { ignoreProperties: { content: ["/^_\\(/"] } }],
  },
  // The elements of RSS and Atom.
  overrides: [{ files: ["overrides/feed.css"], rules: { "selector-type-no-unknown": null } }],
};
