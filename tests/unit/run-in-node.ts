/** Builds the unit tests as WebAssembly and runs them. */
import { buildUnitTests } from '../../wasm/native.ts';
import { runTypeScript } from '../../wasm/toolchain/node-modules.mjs';
import { runMain } from '../../wasm/toolchain/run.mjs';

await runMain(async () => {
  runTypeScript('wasm/node/run.ts', [await buildUnitTests()]);
});
