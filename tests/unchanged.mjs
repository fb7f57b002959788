// @ts-check
/**
 * Which suites need not run again: what they read is what it was when they passed. In CI, and for suites that are named, all
 * run.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDir, root } from '../tools/toolchain/paths.mjs';
import { run } from '../tools/toolchain/run.mjs';

const dir = join(buildDir, 'passed');

const toolchain = ['package-lock.json', 'tools', 'tests/suites.mjs', 'tests/build.mjs'];
const library = ['core', 'docs/examples', 'CMakeLists.txt', 'CMakePresets.json', ...toolchain];
const runtime = [...library, 'wasm'];
const page = [...runtime, 'web', 'bench', 'docs'];

/**
 * What each suite reads, as paths of the repository. A suite that is not here always runs.
 * @type {Record<string, readonly string[]>}
 */
const inputs = {
  web: ['web', 'wasm', 'bench', ...toolchain],
  bench: ['bench', 'tests/bench', ...toolchain],
  gcc: [...library, 'bench', 'tests/unit', 'tests/faults', 'tests/conformance', 'tests/CMakeLists.txt', 'web/examples'],
  clang: [...library, 'tests/unit', 'tests/faults', 'tests/CMakeLists.txt'],
  threads: [...library, 'tests/unit', 'tests/CMakeLists.txt'],
  fuzz: [...runtime, 'tests/fuzz'],
  servers: [...library, 'tests/servers'],
  package: [...library, 'tests/package', 'LICENSE'],
  wasm: [...runtime, 'tests/unit'],
  random: [...runtime, 'tests/random', 'web/src/workers/python'],
  docs: [...page, 'CHANGELOG.md', 'tests/docs'],
  host: [...runtime, 'tests/conformance', 'bench', 'web/examples', 'web/src/page/findings'],
  e2e: [...page, 'tests/e2e'],
  browsers: [...page, 'tests/browsers', 'tests/e2e/support', 'tests/hostile/escape_function.cpp'],
  hostile: [
    ...runtime,
    'tests/hostile',
    'tests/e2e/support',
    'web/index.html',
    'web/vite.config.ts',
    'web/sandbox-plugin.ts',
  ]
    .concat(
      ['page/compile', 'page/output', 'page/run', 'page/session', 'page/timeline'].map((name) => `web/src/${name}`),
    )
    .concat(['protocol', 'sandbox', 'workers'].map((name) => `web/src/${name}`)),
};

/** @param {string} suite @returns {string | undefined} what it reads, in few characters */
function stateOf(suite) {
  const paths = inputs[suite];
  if (paths === undefined) return undefined;
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...paths];
  const hash = createHash('sha256');
  for (const file of run('git', args, { cwd: root, quiet: true }).split('\0').sort()) {
    const path = join(root, file);
    if (file !== '' && existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** @param {string} suite @returns {boolean} whether it would read what it read when it passed */
export function isUnchanged(suite) {
  const stamp = join(dir, suite);
  return !process.env['CI'] && existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOf(suite);
}

/**
 * To be called before a suite runs: what is changed meanwhile it may not have read.
 * @param {string} suite
 * @returns {() => void} to be called when it has passed
 */
export function watch(suite) {
  const state = stateOf(suite);
  return () => {
    if (state === undefined) return;
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, suite), state);
  };
}
