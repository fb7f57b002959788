/** Runs the benchmarks once and then waits to be terminated. Alone in its Worker, so that Stop can always end it. */
import { benchmarks } from '../../../bench/javascript/index.mjs';
import { measureBenchmarks } from '../../../wasm/run/benchmarks.ts';
import type { BenchReply, BenchRequest } from '../protocol/messages.ts';
import { parseBenchRequest } from '../protocol/parse.ts';
import { messageOf } from '../protocol/errors.ts';

function reply(message: BenchReply): void {
  postMessage(message);
}

async function start({ module, turns, minMs, filter }: BenchRequest): Promise<void> {
  try {
    await measureBenchmarks({
      module,
      javascript: benchmarks,
      turns,
      minMs,
      ...(filter === undefined ? {} : { filter }),
      onQuestions: (questions) => reply({ kind: 'questions', questions: [...questions] }),
      onAsk: (question, turn) => reply({ kind: 'asking', question, turn }),
      onRow: (row) => reply({ kind: 'row', row }),
    });
    reply({ kind: 'finished' });
  } catch (error) {
    reply({ kind: 'broken', message: messageOf(error) });
  }
}

addEventListener('message', (event: MessageEvent<unknown>) => {
  void start(parseBenchRequest(event.data));
});
