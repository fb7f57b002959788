/** Runs one program and then waits to be terminated. A fresh one serves each run. */
import { runProgram } from '../../../wasm/js/host.ts';
import type { RunReply, RunRequest } from '../protocol/messages.ts';
import { parseRunRequest } from '../protocol/parse.ts';
import { messageOf } from '../ui/errors.ts';
import { ownOrigin } from '../run/network.ts';
import { OutputBatcher } from '../run/outputBatcher.ts';
import { TraceBatcher } from '../run/traceBatcher.ts';

function reply(message: RunReply): void {
  postMessage(message);
}

async function start({ run, module, jspi, baseUrl }: Extract<RunRequest, { kind: 'start' }>): Promise<void> {
  const output = new OutputBatcher((chunks) => reply({ kind: 'output', run, chunks }));
  const trace = new TraceBatcher((events, summary) => reply({ kind: 'trace', run, events, summary }));
  try {
    const result = await runProgram({
      module,
      // Left out where there is JSPI, so that the host decides by what this Worker has.
      ...(jspi ? {} : { jspi: false }),
      network: ownOrigin(baseUrl),
      onOutput: (stream, text, time) => output.add(stream, text, time),
      onTrace: (events) => trace.add(events),
    });
    output.flush();
    trace.flush();
    reply({ kind: 'finished', run, result, summary: trace.summary });
  } catch (error) {
    output.flush();
    reply({ kind: 'broken', run, message: messageOf(error) });
  }
}

addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = parseRunRequest(event.data);
  switch (request.kind) {
    case 'start':
      void start(request);
      break;
    case 'ping':
      reply({ kind: 'pong', run: request.run });
      break;
  }
});

reply({ kind: 'loaded' });
