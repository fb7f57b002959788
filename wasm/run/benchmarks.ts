/**
 * Asks the benchmarks of bench/ as WebAssembly and JavaScript the same questions, by turns: what slows the machine down for
 * a while then slows both. Runs in a Worker and in Node.
 */
import { isStackOverflow } from './failures.ts';
import { runProgram } from './host.ts';
import { ProgramModule } from './program-module.ts';
import type { BenchmarkOptions, BenchmarkRow, BenchmarkUnit, JavaScriptBenchmark } from '../api/types.ts';

interface Cost {
  unit: BenchmarkUnit;
  /** Of one operation. */
  value: number;
}

interface Checked extends Omit<BenchmarkOptions, 'module'> {
  module: ProgramModule;
}

/** Rejects with words when a benchmark computes a wrong result, or cannot run. */
export async function measureBenchmarks(given: BenchmarkOptions): Promise<void> {
  // Compiled once: an engine makes better code the longer it runs.
  const options: Checked = { ...given, module: await ProgramModule.compile(given.module) };
  const names = await listQuestions(options);
  options.onQuestions(names);
  const javascript = javaScriptQuestions(options.javascript);
  const questions = names.map((name) => new Question(name, javascript.get(name)));
  for (let turn = 1; turn <= options.turns; turn++) {
    for (const question of questions) {
      options.onAsk(question.name, turn);
      if (turn === 1) await question.warmUp(options);
      await question.ask(options);
      options.onRow(question.row());
    }
  }
}

type Ask = () => ReturnType<JavaScriptBenchmark['run']>;

/** One question and what its turns have given so far. */
class Question {
  readonly name: string;
  readonly #javascript: Ask | undefined;
  #javascriptFailure: string | undefined;
  #costs: { asyncio: Cost; javascript?: Cost }[] = [];

  constructor(name: string, javascript: Ask | undefined) {
    this.name = name;
    this.#javascript = javascript;
  }

  async ask(options: Checked): Promise<void> {
    const asyncio = await measureProgram(this.name, options);
    const javascript = await this.#askJavaScript(options.minMs);
    this.#costs.push(javascript?.unit === asyncio.unit ? { asyncio, javascript } : { asyncio });
  }

  /** An engine compiles code a second time, better, while it runs. */
  async warmUp(options: Checked): Promise<void> {
    await this.ask(options);
    this.#costs = [];
  }

  row(): BenchmarkRow {
    const others = this.#costs.flatMap(({ javascript }) => javascript?.value ?? []);
    const failure = this.#javascriptFailure;
    return {
      question: this.name,
      unit: this.#costs[0]?.asyncio.unit ?? 'ns',
      turns: this.#costs.length,
      asyncio: rounded(median(this.#costs.map(({ asyncio }) => asyncio.value))),
      ...(others.length > 0 ? { javascript: rounded(median(others)) } : {}),
      ...(failure === undefined ? {} : { javascriptFailure: failure }),
    };
  }

  async #askJavaScript(minMs: number): Promise<Cost | undefined> {
    if (!this.#javascript || this.#javascriptFailure !== undefined) return undefined;
    try {
      return await measureJavaScript(this.#javascript, minMs);
    } catch (error) {
      // A stack that is too small for the question is an answer; a wrong result is none.
      if (!isStackOverflow(error)) throw error;
      this.#javascriptFailure = 'stack overflow';
      return undefined;
    }
  }
}

/** By the names that Google Benchmark makes of a benchmark and its argument. */
function javaScriptQuestions(benchmarks: readonly JavaScriptBenchmark[]): Map<string, Ask> {
  const questions = benchmarks.flatMap((benchmark) =>
    benchmark.args.map((arg): [string, Ask] => [
      arg === null ? benchmark.name : `${benchmark.name}/${arg}`,
      () => benchmark.run(arg),
    ]),
  );
  return new Map(questions);
}

async function listQuestions(options: Checked): Promise<string[]> {
  const names = await runBenchmarks(['--benchmark_list_tests=true', ...filterFor(options.filter)], options);
  return names.split('\n').filter((name) => name !== '' && !name.startsWith('Failed to match any'));
}

async function measureProgram(question: string, options: Checked): Promise<Cost> {
  const time = `--benchmark_min_time=${options.minMs / 1000}s`;
  const args = ['--benchmark_format=json', time, ...filterFor(`^${question}$`)];
  return reportedCost(question, await runBenchmarks(args, options));
}

function filterFor(pattern: string | undefined): string[] {
  return pattern === undefined ? [] : [`--benchmark_filter=${pattern}`];
}

/** The figure in what Google Benchmark reports as JSON. */
export function reportedCost(question: string, report: string): Cost {
  const { benchmarks } = JSON.parse(report) as { benchmarks?: Partial<Record<string, unknown>>[] };
  const row = benchmarks?.[0] ?? {};
  if (row['error_occurred'] === true) throw new Error(`${question}: ${String(row['error_message'])}`);
  const { items_per_second: rate, bytes } = row;
  if (typeof bytes === 'number') return { unit: 'bytes', value: bytes };
  if (typeof rate !== 'number' || !(rate > 0)) throw new Error(`${question}: the benchmark gives no figure`);
  return { unit: 'ns', value: 1e9 / rate };
}

/** @returns what the benchmarks print. Rejects unless they end well. */
async function runBenchmarks(args: readonly string[], { module }: Checked): Promise<string> {
  const output = { stdout: '', stderr: '' };
  const { exitCode, failure } = await runProgram({
    module,
    args,
    onOutput: (stream, text) => (output[stream] += text),
  });
  if (exitCode === 0 && !failure) return output.stdout;
  const said = failure ? [failure.type, failure.message].filter(Boolean).join(': ') : output.stderr.trim();
  throw new Error(`the benchmarks ended with exit code ${exitCode}: ${said}`);
}

/** Where little of a run counts, it is not repeated for so long that the rest becomes a wait. */
const patience = 10;

/** Over as many runs as it takes to reach `minMs`. */
async function measureJavaScript(run: Ask, minMs: number): Promise<Cost> {
  const latest = performance.now() + patience * minMs;
  let operations = 0;
  let nanoseconds = 0;
  do {
    const measured = await run();
    if ('bytes' in measured) return { unit: 'bytes', value: measured.bytes / measured.operations };
    operations += measured.operations;
    nanoseconds += measured.nanoseconds;
  } while (nanoseconds < minMs * 1e6 && performance.now() < latest);
  return { unit: 'ns', value: nanoseconds / operations };
}

/** The middle one of the values, or the mean of the two that share the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? NaN, sorted[Math.floor(middle)] ?? NaN];
  return (low + high) / 2;
}

/** To four digits: more than two runs agree in, and few enough for a link to hold just what was shown. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
