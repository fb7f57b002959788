// @ts-check
/**
 * `npm run build`: installs what is missing and builds the static site in `dist/`. With `quick` it takes a few minutes less, and
 * visitors load a few megabytes more.
 */
import { ensureNodeModules, runTypeScript } from '../toolchain/node-modules.mjs';
import { runMain } from '../toolchain/run.mjs';

await runMain(() => {
  ensureNodeModules();
  runTypeScript('tools/site/dist.ts', process.argv.slice(2));
});
