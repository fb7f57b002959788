// @ts-check
/** Single tests: `npm test -- unit "A task cannot await itself"`, `npm test -- e2e share`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../tools/toolchain/paths.mjs';
import { run, say, ToolchainError } from '../tools/toolchain/run.mjs';
import { visitInBrowsers } from './browsers/run.mjs';
import { buildAlone } from './build.mjs';
import { compareAlone, programNames } from './conformance/run.mjs';

/** @param {string} tool @param {string[]} args */
const npx = (tool, ...args) =>
  run(process.execPath, [join(root, 'node_modules', '.bin', tool), ...args], { cwd: root });

/** The files of unit tests, each with the titles of its tests. @returns {{ name: string, titles: string[] }[]} */
function unitTests() {
  const folder = join(root, 'tests', 'unit');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('_test.cpp') && !file.startsWith('browser'),
  );
  return sources.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const titles = [...text.matchAll(/TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, title = '']) => title);
    return { name: basename(file, '_test.cpp'), titles };
  });
}

/** Catch2 takes these for its own. @param {string} title */
const literally = (title) => title.replaceAll(/\\"/g, '"').replaceAll(/[,*[\]\\]/g, '\\$&');

/** @param {readonly string[]} names of files, or parts of tests' titles */
async function runUnitTests(names) {
  const chosen = unitTests().flatMap(({ name, titles }) => {
    if (names.includes(name)) return [{ name, filters: [] }];
    const filters = titles.filter((title) => names.some((part) => title.includes(part))).map(literally);
    return filters.length > 0 ? [{ name, filters }] : [];
  });
  if (chosen.length === 0) throw new ToolchainError(`no unit test is called ${names.join(', ')}`);
  const targets = chosen.map(({ name }) => `unit_${name}`);
  const dir = await buildAlone(targets);
  for (const { name, filters } of chosen) {
    const executable = join(dir, 'unit', `unit_${name}`);
    say([executable, ...filters.map((title) => JSON.stringify(title))].join(' '));
    run(executable, filters.length > 0 ? [filters.join(',')] : []);
  }
}

/** @param {readonly string[]} names */
async function runPrograms(names) {
  const all = programNames(true);
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new ToolchainError(`no conformance program is called ${unknown.join(', ')}`);
  const dir = await buildAlone(names.map((name) => `conformance_${name}`));
  const executable = (/** @type {string} */ name) => join(dir, 'conformance', `conformance_${name}`);
  for (const name of names) say(executable(name));
  await compareAlone(names, executable);
}

/** @param {readonly string[]} names of files in wasm/tests */
function runHostTests(names) {
  const files = names.map((name) => join('wasm', 'tests', `${name}.test.ts`));
  const missing = files.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) throw new ToolchainError(`there is no ${missing.join(', ')}`);
  run(process.execPath, ['--import', 'tsx', '--test', ...files], { cwd: root });
}

/** @param {string} suite @param {readonly string[]} names */
const runInChromium = (suite, names) =>
  npx('playwright', 'test', '--config', `tests/${suite}/playwright.config.ts`, ...names);

/** @type {ReadonlyMap<string, (names: readonly string[]) => unknown>} by what a name stands behind on the command line */
export const byName = new Map([
  ['unit', runUnitTests],
  ['conformance', runPrograms],
  ['web', (names) => npx('vitest', 'run', '--config', 'web/vitest.config.ts', ...names)],
  ['host', runHostTests],
  ['e2e', (names) => runInChromium('e2e', names)],
  ['browsers', visitInBrowsers],
  ['hostile', (names) => runInChromium('hostile', ['--grep', names.join('|')])],
]);
