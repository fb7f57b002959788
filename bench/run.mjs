// @ts-check
/**
 * `npm run bench`: builds the benchmarks optimised, runs them and prints the median cost of one operation. What stands
 * behind `--` goes to Google Benchmark: `npm run bench -- --benchmark_filter=yield`. The full result is kept as JSON.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApt } from '../wasm/toolchain/apt.mjs';
import { buildDir, root } from '../wasm/toolchain/paths.mjs';
import { run, runMain, say } from '../wasm/toolchain/run.mjs';
import { ensureSources } from '../wasm/toolchain/sources.mjs';

/** @typedef {{ name: string, run_name: string, aggregate_name?: string, items_per_second: number }} Row */

const resultFile = join(buildDir, 'bench', 'result.json');

async function build() {
  ensureApt(['cmake', 'ninja-build', 'g++']);
  const sources = await ensureSources('benchmark');
  say('building the benchmarks');
  const given = sources ? [`-DFETCHCONTENT_SOURCE_DIR_BENCHMARK=${sources}`] : [];
  run('cmake', ['--preset', 'release', ...given], { cwd: root, quiet: true });
  run('cmake', ['--build', join(buildDir, 'release'), '--target', 'bench_asyncio'], { cwd: root, quiet: true });
  return join(buildDir, 'release', 'bench', 'bench_asyncio');
}

function printTable(/** @type {Row[]} */ rows) {
  const medians = rows.filter((row) => row.aggregate_name === 'median');
  const width = Math.max(...medians.map((row) => row.run_name.length));
  for (const { run_name: name, items_per_second: rate } of medians) {
    process.stdout.write(`${name.padEnd(width)}  ${(1e9 / rate).toFixed(1).padStart(10)} ns\n`);
  }
}

await runMain(async () => {
  const program = await build();
  mkdirSync(join(buildDir, 'bench'), { recursive: true });
  say('running the benchmarks, 10 repetitions each, in random order');
  const options = [
    '--benchmark_repetitions=10',
    '--benchmark_enable_random_interleaving=true',
    '--benchmark_min_time=0.05s',
  ];
  run(
    program,
    [...options, `--benchmark_out=${resultFile}`, '--benchmark_report_aggregates_only=true', ...process.argv.slice(2)],
    { quiet: true },
  );
  printTable(JSON.parse(readFileSync(resultFile, 'utf8')).benchmarks);
  say(`all figures: ${resultFile}`);
});
