// @ts-check
/** `npm run docs`: makes the reference site in `build/docs`. */
import { runTypeScript } from '../tools/toolchain/node-modules.mjs';
import { runMain } from '../tools/toolchain/run.mjs';

await runMain(() => runTypeScript('docs/reference/reference.ts'));
