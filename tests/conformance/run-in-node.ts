/** Runs the conformance programs of a WebAssembly build in Node, each in a fresh instance of the module. */
import { readFileSync } from 'node:fs';
import { runMain } from '../../wasm/toolchain/run.mjs';
import { runProgram } from '../../wasm/js/host.ts';
import { judge, programNames, withoutNamespace } from './run.mjs';

async function outputOf(module: WebAssembly.Module, name: string): Promise<string> {
  let output = '';
  const onOutput = (stream: 'stdout' | 'stderr', text: string): void => {
    if (stream === 'stdout') output += text;
  };
  const { failure } = await runProgram({ module, args: [name], clock: 'virtual', onOutput });
  const ending = failure ? `(it failed: ${failure.kind} ${failure.type} ${failure.message})\n` : '';
  return withoutNamespace(name, output + ending);
}

await runMain(async () => {
  const module = new WebAssembly.Module(readFileSync(process.argv[2] ?? ''));
  const results = [];
  for (const name of programNames(false)) results.push({ name, output: await outputOf(module, name) });
  judge(results);
});
