// @ts-check
/**
 * `npm test`: installs what is missing and runs every test, one suite after the other, but for those that would read what they
 * read when they passed. `npm test -- all` and CI run them, too. `npm test -- gcc e2e` runs only those, and only so those that
 * take long. All suites run even when one fails; the last line counts them.
 *
 * `npm test -- unit "A task cannot await itself"` runs the tests of one kind that are named so; see by-name.mjs.
 */
import { ensureNodeModules } from '../tools/toolchain/node-modules.mjs';
import { runMain, say, ToolchainError } from '../tools/toolchain/run.mjs';

/** Suites in the order in which they run: what fails fastest first. */
const inOrder = [
  'lint',
  'web',
  'bench',
  'gcc',
  'clang',
  'threads',
  'fuzz',
  'servers',
  'package',
  'wasm',
  'random',
  'site',
  'host',
  'e2e',
  'browsers',
  'hostile',
];
/** Suites that run only when they are named. */
const byHand = ['coverage', 'soak'];
const all = [...inOrder, ...byHand];

/** @param {readonly string[]} chosen @param {boolean} [again] also those that would read what they read when they passed */
async function runSuites(chosen, again = true) {
  const { suites } = await import('./suites.mjs');
  const { isUnchanged, watch } = await import('./unchanged.mjs');
  let failed = 0;
  let passed = 0;
  for (const name of all) {
    const suite = suites[name];
    if (suite === undefined || !chosen.includes(name)) continue;
    if (!again && isUnchanged(name)) {
      say(`${name}: as it was when it passed`);
      continue;
    }
    const begin = Date.now();
    const note = watch(name);
    say(`${name}: ${suite.what}`);
    try {
      await suite.run();
      ++passed;
      note();
    } catch (error) {
      ++failed;
      process.exitCode = 1;
      process.stderr.write(`${name} FAILED: ${error instanceof Error ? error.message : error}\n`);
    }
    say(`${name}: ${((Date.now() - begin) / 1000).toFixed(0)} s`);
  }
  process.stdout.write(`suites: ${passed} passed, ${failed} failed\n`);
}

/** @param {string} kind @param {readonly string[]} names */
async function runNamed(kind, names) {
  const { byName } = await import('./by-name.mjs');
  const runTests = byName.get(kind);
  if (runTests === undefined || names.length === 0)
    throw new ToolchainError(
      `no test suite is called ${[kind, ...names].filter((name) => !all.includes(name)).join(', ')}; ` +
        `there are: ${all.join(', ')}; tests can be named after: ${[...byName.keys()].join(', ')}`,
    );
  await runTests(names);
}

await runMain(async () => {
  const [first, ...rest] = process.argv.slice(2);
  ensureNodeModules();
  if (first === undefined) return runSuites(inOrder, false);
  if (first === 'all' && rest.length === 0) return runSuites(inOrder);
  return [first, ...rest].every((name) => all.includes(name)) ? runSuites([first, ...rest]) : runNamed(first, rest);
});
