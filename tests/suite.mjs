// @ts-check
/** Runs one suite: `node tests/suite.mjs NAME`. Called by run.mjs, for each suite in a process of its own. */
import { runMain, ToolchainError } from '../tools/toolchain/run.mjs';
import { suites } from './suites.mjs';
import { watch } from './unchanged.mjs';

await runMain(async () => {
  const [name = ''] = process.argv.slice(2);
  const note = watch(name);
  const suite = suites[name];
  if (suite === undefined) throw new ToolchainError(`there is no suite ${name}`);
  await suite.run();
  note();
});
