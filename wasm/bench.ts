/**
 * Runs the benchmarks as WebAssembly in Node, against JavaScript's own promises, and prints the median cost of one
 * operation: `tsx wasm/bench.ts [--turns=5] [--ms=100] [--filter=REGEX] [--json]`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchmarks as javascript } from '../bench/javascript/index.mjs';
import { buildBenchmarks } from './build.ts';
import { measureBenchmarks } from './js/benchmarks.ts';
import type { BenchmarkRow } from './js/types.ts';
import { runMain, say } from './toolchain/run.mjs';

const { values } = parseArgs({
  options: {
    turns: { type: 'string', default: '5' },
    ms: { type: 'string', default: '100' },
    filter: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

await runMain(async () => {
  const module = await WebAssembly.compile(readFileSync(await buildBenchmarks()));
  say(`running the benchmarks as WebAssembly in Node ${process.version}`);
  const rows = await measure(module);
  if (values.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else printTable(rows);
});

async function measure(module: WebAssembly.Module): Promise<BenchmarkRow[]> {
  const rows = new Map<string, BenchmarkRow>();
  const { BENCH_LARGEST: largest } = process.env;
  await measureBenchmarks({
    module,
    javascript,
    turns: Number(values.turns),
    minMs: Number(values.ms),
    ...(values.filter === undefined ? {} : { filter: values.filter }),
    ...(largest === undefined ? {} : { env: { BENCH_LARGEST: largest } }),
    onQuestions: () => {},
    onAsk: () => {},
    onRow: (row) => rows.set(row.question, row),
  });
  return [...rows.values()];
}

function printTable(rows: readonly BenchmarkRow[]): void {
  const cells = rows.map(({ question, unit, asyncio, javascript, javascriptFailure = '' }) => [
    question,
    `${asyncio.toFixed(1)} ${unit}`,
    javascript === undefined ? javascriptFailure : `${javascript.toFixed(1)} ${unit}`,
    javascript === undefined ? '' : `${(javascript / asyncio).toFixed(1)}x`,
  ]);
  const table = [['', 'asyncio, WebAssembly', 'JavaScript', 'ratio'], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) {
    const line = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    process.stdout.write(`${line.join('  ').trimEnd()}\n`);
  }
}
