// @ts-check
/** `npm run build`: installs what is missing and builds the static site in `dist/`. */
import { ensureNodeModules, runTypeScript } from './node-modules.mjs';
import { runMain } from './run.mjs';

await runMain(() => {
  ensureNodeModules();
  runTypeScript('wasm/dist.ts');
});
