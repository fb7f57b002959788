// @ts-check
/**
 * `npm test`: installs what is missing and runs every test, one suite after the other. `npm test -- gcc e2e` runs only
 * those, and only so those that take long. All suites run even when one fails; the last line counts them.
 */
import { ensureNodeModules } from '../tools/toolchain/node-modules.mjs';
import { runMain, say, ToolchainError } from '../tools/toolchain/run.mjs';

/** Suites in the order in which they run: what fails fastest first. */
const names = [
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
  'hostile',
];
/** Suites that run only when they are named. */
const byHand = ['coverage', 'soak'];
const all = [...names, ...byHand];

await runMain(async () => {
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new ToolchainError(`no test suite is called ${unknown.join(', ')}; there are: ${all.join(', ')}`);
  ensureNodeModules();
  const { suites } = await import('./suites.mjs');
  let failed = 0;
  let passed = 0;
  for (const name of chosen.length > 0 ? all.filter((name) => chosen.includes(name)) : names) {
    const begin = Date.now();
    say(`${name}: ${suites[name].what}`);
    try {
      await suites[name].run();
      ++passed;
    } catch (error) {
      ++failed;
      process.exitCode = 1;
      process.stderr.write(`${name} FAILED: ${error instanceof Error ? error.message : error}\n`);
    }
    say(`${name}: ${((Date.now() - begin) / 1000).toFixed(0)} s`);
  }
  process.stdout.write(`suites: ${passed} passed, ${failed} failed\n`);
});
