// @ts-check
/** `npm run docs`: makes the HTML reference from the headers' comments, with the guide as its main page, in build/docs. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApt } from '../wasm/toolchain/apt.mjs';
import { buildDir, root } from '../wasm/toolchain/paths.mjs';
import { run, runMain, say } from '../wasm/toolchain/run.mjs';

const docs = join(root, 'docs');
const output = join(buildDir, 'docs');
/** The documents as Doxygen reads them, and its configuration. */
const work = join(buildDir, 'doxygen');

/** The pages beside the guide, in the order of the navigation. */
const pages = [
  ['guide', 'The guide in ten steps'],
  ['life-of-a-task', 'The life of a task'],
  ['loop-iteration', 'One iteration of the loop'],
  ['cancellation', 'Cancellation'],
  ['pitfalls', 'Pitfalls of C++ coroutines'],
  ['departures', 'Departures from CPython'],
  ['api-coverage', "Python's names and ours"],
];

function version() {
  const [, number] = /project\(asyncio VERSION ([\d.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8')) ?? [];
  return number ?? '';
}

/**
 * Doxygen joins several documents to one site, but knows neither GitHub's fragments nor files outside of its input.
 * @param {string} text
 */
function forDoxygen(text) {
  const known = new Set(pages.map(([name]) => `${name}.md`));
  return text
    .replaceAll(/<!-- \S+ -->\n\n?/g, '')
    .replaceAll(/```py\n/g, '```{.py}\n')
    .replaceAll(/```cpp\n/g, '```{.cpp}\n')
    .replaceAll(/```(text|sh|cmake|json)\n/g, '```{.unparsed}\n')
    .replaceAll(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, (link, words, target) => {
      if (/^https?:/.test(target)) return link;
      const [file] = target.split('#');
      return known.has(file) ? `[${words}](${file})` : words;
    });
}

await runMain(() => {
  ensureApt(['doxygen']);
  rmSync(output, { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  mkdirSync(work, { recursive: true });
  for (const [name] of pages)
    writeFileSync(join(work, `${name}.md`), forDoxygen(readFileSync(join(docs, `${name}.md`), 'utf8')));
  const values = new Map([
    ['VERSION', version()],
    ['OUTPUT', output],
    ['ROOT', root],
    ['INPUT', [...pages.map(([name]) => join(work, `${name}.md`)), join(root, 'core', 'include')].join(' ')],
    ['MAINPAGE', join(work, 'guide.md')],
  ]);
  const template = readFileSync(join(docs, 'Doxyfile.in'), 'utf8');
  writeFileSync(
    join(work, 'Doxyfile'),
    template.replaceAll(/@([A-Z]+)@/g, (_, name) => values.get(name) ?? ''),
  );
  say('making the reference');
  run('doxygen', [join(work, 'Doxyfile')], { cwd: work });
  say(`the reference is in ${output} (${readdirSync(output).length} files)`);
});
