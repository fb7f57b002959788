/** The C++ interpreter as WebAssembly, in Node: a program a line in, its trace and a line "=" out. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { runProgram } from '../../wasm/run/host.ts';
import { ProgramModule } from '../../wasm/run/program-module.ts';

const module = await ProgramModule.compile(readFileSync(process.argv[2] ?? ''));
for await (const program of createInterface(process.stdin)) {
  const { failure } = await runProgram({
    module,
    args: [program],
    clock: 'virtual',
    onOutput: (stream, text) => process[stream].write(text),
  });
  if (failure) {
    process.stderr.write(`${failure.kind}: ${failure.type} ${failure.message}\n`);
    process.exit(1);
  }
}
