// A rule of ours for stylelint: min(), max() and clamp() stand after the same property without them, for Chrome before 79.
import stylelint from "stylelint";

const name = "loa/newer-functions-have-fallbacks";
const NEWER = /(?:^|[^\w-])(?:min|max|clamp)\(/;
const messages = stylelint.utils.ruleMessages(name, {
  rejected: (property) => `Write “${property}” without min(), max(), clamp() before it: browsers of 2019 know none`,
});

const rule = () => (root, result) => root.walkDecls((declaration) => {
  const before = declaration.prev();
  if (!NEWER.test(declaration.value)) return;
  if (before && before.prop === declaration.prop && !NEWER.test(before.value)) return;
  stylelint.utils.report({ ruleName: name, result, node: declaration, message: messages.rejected(declaration.prop) });
});

rule.ruleName = name;
rule.messages = messages;
export default stylelint.createPlugin(name, rule);
