// @ts-check
/** `npm start`: installs what is missing, builds all, serves the page and prints its address. */
import { ensureNodeModules, runTypeScript } from './node-modules.mjs';
import { runMain } from './run.mjs';

await runMain(() => {
  ensureNodeModules();
  runTypeScript('wasm/start.ts');
});
