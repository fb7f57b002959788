/** Runs the benchmarks once and then waits to be terminated. Alone in its Worker, so that Stop can always end it. */
import { benchmarksOf, type Question, type Runs } from '../../../bench/contenders/javascript/benchmark.mjs';
import { measureBenchmarks } from '../../../wasm/run/benchmarks.ts';
import type { BenchReply, BenchRequest } from '../protocol/messages.ts';
import { parseBenchRequest } from '../protocol/parse.ts';
import { messageOf } from '../../../wasm/api/errors.ts';

const questions = import.meta.glob<Question>('../../../bench/questions/*/question.json', {
  eager: true,
  import: 'default',
});
const answers = import.meta.glob<Runs>('../../../bench/questions/*/javascript.mjs', { eager: true, import: 'runs' });

/** JavaScript's answers, each with the question of its folder. */
const benchmarks = Object.entries(answers).flatMap(([file, runs]) => {
  const question = questions[file.replace('javascript.mjs', 'question.json')];
  return question ? benchmarksOf(question, runs) : [];
});

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
