// Runs the page's own finder over a built index: node finder.mjs SCRIPTS-FOLDER INDEX-FOLDER MOST < questions as JSON
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

const [scripts, folder, most] = process.argv.slice(2);
const window = { loa: {} };
for (const name of ["letters", "finder"]) {
  vm.runInThisContext(`((window) => {${fs.readFileSync(path.join(scripts, `${name}.js`), "utf8")}\n})`)(window);
}

const answer = async (question) => {
  const fetched = [];
  const finder = window.loa.finder(async (name) => {
    fetched.push(name);
    return JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), "utf8"));
  });
  const addresses = async (docs) => (await finder.show(docs)).map(({ address }) => address);
  const started = process.hrtime.bigint();
  const { hits, nearest, useful } = await finder.find(question);
  const shown = hits.slice(0, Number(most));
  const found = await addresses(shown.map(({ doc }) => doc));
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  const needed = [...fetched];
  return {
    found,
    others: await addresses([].concat(...shown.map(({ others }) => others))),
    near: nearest,
    useful: await addresses(useful),
    missing: shown.map(({ missing }) => missing),
    fetched: needed,
    milliseconds,
  };
};

(async () => {
  const answers = [];
  for (const question of JSON.parse(fs.readFileSync(0, "utf8"))) answers.push(await answer(question));
  process.stdout.write(JSON.stringify(answers));
})();
