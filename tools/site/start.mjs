// @ts-check
/** `npm start`: installs what is missing, builds all, serves the page and prints its address. */
import { ensureNodeModules, runTypeScript } from '../toolchain/node-modules.mjs';
import { runMain } from '../toolchain/run.mjs';

await runMain(() => {
  ensureNodeModules();
  runTypeScript('tools/site/start.ts');
});
