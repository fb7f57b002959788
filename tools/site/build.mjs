// @ts-check
/** `npm run build`: installs what is missing and builds the static site in `dist/`. */
import { ensureNodeModules, runTypeScript } from '../toolchain/node-modules.mjs';
import { runMain } from '../toolchain/run.mjs';

await runMain(() => {
  ensureNodeModules();
  runTypeScript('tools/site/dist.ts');
});
