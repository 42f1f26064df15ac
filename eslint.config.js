// overrides/: scripts that a browser runs as they are, one of 2019 (Chrome 74, iOS 15) too, with `_("English id")` where gettext's words are put in.
import js from "@eslint/js";

const known = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));
const everywhere = ["_", "URL", "URLSearchParams", "caches", "clearInterval", "clearTimeout", "console", "fetch", "setInterval", "setTimeout"];
const page = [
  "MediaMetadata", "Node", "addEventListener", "document", "localStorage", "location", "matchMedia", "navigator", "print", "prompt", "window",
];
const worker = ["Request", "Response", "self"];

export default [
  js.configs.recommended,
  {
    files: ["overrides/**/*.js"],
    languageOptions: { ecmaVersion: 2019, sourceType: "script", globals: known([...everywhere, ...page]) },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "eqeqeq": "error",
      "no-console": "error",
      "no-implied-eval": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { args: "after-used" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      "strict": ["error", "global"],
    },
  },
  { files: ["overrides/sw.js"], languageOptions: { globals: known([...everywhere, ...worker]) } },
];
