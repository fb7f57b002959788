/** Builds the interpreter as WebAssembly and prints where it is. */
import { buildRandomInterpreter } from '../../tools/wasm-build.ts';
import { runMain } from '../../tools/toolchain/run.mjs';

await runMain(async () => process.stdout.write(`${await buildRandomInterpreter()}\n`));
