// @ts-check
/** `npm run docs`: makes the HTML reference from the headers' comments, with the guide as its main page, in build/docs. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApt } from '../tools/toolchain/apt.mjs';
import { buildDir, root } from '../tools/toolchain/paths.mjs';
import { run, runMain, say } from '../tools/toolchain/run.mjs';
import { makeOnce } from '../tools/toolchain/stamp.mjs';

const docs = join(root, 'docs');
const output = join(buildDir, 'docs');
/** The documents as Doxygen reads them, and its configuration. */
const work = join(buildDir, 'doxygen');

/** Where the public headers are. */
const includes = [join(root, 'core', 'include'), join(root, 'wasm', 'runtime', 'include')];

/** The pages beside the guide, in the order of the navigation. */
const pages = [
  ['guide', 'The guide in ten steps'],
  ['life-of-a-task', 'The life of a task'],
  ['loop-iteration', 'One iteration of the loop'],
  ['cancellation', 'Cancellation'],
  ['pitfalls', 'Pitfalls of C++ coroutines'],
  ['departures', 'Departures from CPython'],
  ['browser-extras', 'Extras of the browser'],
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

/** @param {string} dir @returns {string[]} */
function filesBelow(dir) {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Changes when anything does that the reference is made of. */
function inputKey() {
  const hash = createHash('sha256');
  const own = readdirSync(docs).map((name) => join(docs, name));
  const files = [...own.filter((file) => /\.\w+$/.test(file)), ...includes.flatMap(filesBelow)];
  for (const file of files.sort()) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Makes the reference unless it is there already. @returns its folder */
export async function buildReference() {
  await makeOnce(output, inputKey(), makeReference);
  return output;
}

/** @param {string} target */
function makeReference(target) {
  ensureApt(['doxygen']);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  for (const [name] of pages)
    writeFileSync(join(work, `${name}.md`), forDoxygen(readFileSync(join(docs, `${name}.md`), 'utf8')));
  const values = new Map([
    ['VERSION', version()],
    ['OUTPUT', target],
    ['ROOT', root],
    ['INPUT', [...pages.map(([name]) => join(work, `${name}.md`)), ...includes].join(' ')],
    ['MAINPAGE', join(work, 'guide.md')],
  ]);
  const template = readFileSync(join(docs, 'Doxyfile.in'), 'utf8');
  writeFileSync(
    join(work, 'Doxyfile'),
    template.replaceAll(/@([A-Z]+)@/g, (_, name) => values.get(name) ?? ''),
  );
  say('making the reference');
  run('doxygen', [join(work, 'Doxyfile')], { cwd: work });
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    say(`the reference is in ${await buildReference()}`);
  });
}
