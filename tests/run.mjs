// @ts-check
/**
 * `npm test`: installs what is missing and runs every test, two suites at a time, but for those that would read what they read
 * when they passed. `npm test -- all` and CI run them, too. `npm test -- gcc e2e` runs only those, and only so those that
 * take long. All suites run even when one fails; the last line counts them.
 *
 * `npm test -- unit "A task cannot await itself"` runs the tests of one kind that are named so; see by-name.mjs.
 */
import { ensureNodeModules } from '../tools/toolchain/node-modules.mjs';
import { runMain, say, ToolchainError } from '../tools/toolchain/run.mjs';

/** Suites in the order in which they begin: what fails fastest first, and early what others wait for. */
const inOrder = [
  'lint',
  'web',
  'bench',
  'site',
  'gcc',
  'e2e',
  'clang',
  'hostile',
  'package',
  'wasm',
  'docs',
  'host',
  'fuzz',
  'browsers',
  'threads',
  'servers',
  'random',
];
/** Suites that run only when they are named. */
const byHand = ['coverage', 'programs', 'soak'];
const all = [...inOrder, ...byHand];

/** @param {readonly string[]} chosen @param {boolean} [again] also those that would read what they read when they passed */
async function runSuites(chosen, again = true) {
  const { runInLanes } = await import('./lanes.mjs');
  const { isUnchanged } = await import('./unchanged.mjs');
  const names = all.filter((name) => chosen.includes(name) && (again || !isUnchanged(name)));
  for (const name of chosen) if (!names.includes(name)) say(`${name}: as it was when it passed`);
  const failed = await runInLanes(names);
  if (failed.length > 0) process.exitCode = 1;
  process.stdout.write(
    `suites: ${names.length - failed.length} passed, ${[failed.length, 'failed', ...failed].join(' ')}\n`,
  );
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
