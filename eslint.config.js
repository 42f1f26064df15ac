// overrides/: scripts that a browser runs as they are, one of 2019 (Chrome 74, iOS 15) too, with `_("English id")` where gettext's words are put in.
import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import esx from "eslint-plugin-es-x";

const known = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));
const everywhere = ["_", "URL", "URLSearchParams", "caches", "clearInterval", "clearTimeout", "console", "fetch", "setInterval", "setTimeout"];
const page = [
  "MediaMetadata", "Node", "addEventListener", "document", "localStorage", "location", "matchMedia", "navigator", "print", "prompt", "window",
];
const worker = ["Request", "Response", "self"];

export default [
  js.configs.recommended,
  // What Chrome 74 and iOS 15 (`browserslist` in package.json) do not have: of the browser, of the language, of its methods.
  compat.configs["flat/recommended"],
  esx.configs["flat/restrict-to-es2019"],
  {
    rules: {
      "es-x/no-regexp-lookbehind-assertions": "error",
      ...Object.fromEntries([
        "array-prototype-findlast-findlastindex", "array-prototype-toreversed", "array-prototype-tosorted", "array-prototype-tospliced",
        "string-prototype-replaceall",
      ].map((method) => [`es-x/no-${method}`, ["error", { aggressive: true }]])),
    },
  },
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
      // Slots have an `at` of their own: only calls are meant.
      "no-restricted-syntax": ["error", { selector: "CallExpression[callee.property.name='at']", message: "No at() before Chrome 92 and iOS 15.4." }],
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      "strict": ["error", "global"],
    },
  },
  { files: ["overrides/sw.js"], languageOptions: { globals: known([...everywhere, ...worker]) } },
];
