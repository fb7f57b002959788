/** Builds the unit tests as WebAssembly and runs them. */
import { buildUnitTests } from '../../tools/wasm-build.ts';
import { runTypeScript } from '../../tools/toolchain/node-modules.mjs';
import { runMain } from '../../tools/toolchain/run.mjs';

await runMain(async () => {
  runTypeScript('wasm/node/run.ts', [await buildUnitTests()]);
});
