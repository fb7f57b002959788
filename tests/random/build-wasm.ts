/** Builds the interpreter as WebAssembly and prints where it is. */
import { buildRandomInterpreter } from '../../wasm/native.ts';
import { runMain } from '../../wasm/toolchain/run.mjs';

await runMain(async () => process.stdout.write(`${await buildRandomInterpreter()}\n`));
