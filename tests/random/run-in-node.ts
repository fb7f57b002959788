/**
 * The C++ interpreter as WebAssembly, in Node: a program a line in, its trace and a line "=" out. Its event log has to lead from
 * one legal state to the next, too.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { TraceOrder } from '../../wasm/api/trace-order.ts';
import { runProgram } from '../../wasm/run/host.ts';
import { ProgramModule } from '../../wasm/run/program-module.ts';

const module = await ProgramModule.compile(readFileSync(process.argv[2] ?? ''));
for await (const program of createInterface(process.stdin)) {
  const order = new TraceOrder();
  let fault: string | undefined;
  const { failure } = await runProgram({
    module,
    args: [program],
    clock: 'virtual',
    onOutput: (stream, text) => process[stream].write(text),
    onTrace: (events) => {
      for (const event of events) fault ??= order.add(event);
    },
  });
  if (failure || fault) {
    process.stderr.write(failure ? `${failure.kind}: ${failure.type} ${failure.message}\n` : `event log: ${fault}\n`);
    process.exit(1);
  }
}
