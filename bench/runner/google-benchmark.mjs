// @ts-check
/** Programs that are built with Google Benchmark. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { output } from './processes.mjs';
import { nameOf } from './questions.mjs';

/** @typedef {import('./questions.mjs').Question} Question */

/**
 * What Google Benchmark tells of a run: the processor's time of one iteration in `time_unit`, and our counters.
 * @typedef {{ run_type: string, cpu_time: number, time_unit: 'ns' | 'us' | 'ms' | 's', items_per_second?: number, bytes?: number }} Run
 */

const secondsIn = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1 };

/** The benchmark's own name, without what Google Benchmark adds to it. @param {string} line */
const plainName = (line) => line.trim().replace(/\/iterations:\d+$/, '');

/**
 * @param {readonly string[]} program its command
 * @param {string} [allocations] the library that counts them, where they can be counted
 * @returns {import('./contenders.mjs').Program}
 */
export function googleBenchmark(program, allocations) {
  const runs = (/** @type {Question} */ question, /** @type {string[]} */ args, env = {}) => {
    const filter = `--benchmark_filter=^${nameOf(question)}(/iterations:.*)?$`;
    const result = JSON.parse(output([...program, filter, '--benchmark_format=json', ...args], { env }));
    return /** @type {Run[]} */ (result.benchmarks).filter((run) => run.run_type === 'iteration');
  };
  return {
    answers: () =>
      new Set(
        output([...program, '--benchmark_list_tests=true'])
          .trim()
          .split('\n')
          .map(plainName),
      ),
    measure: (question, { repetitions, minTime }) => {
      // What a program's free lists keep from one repetition to the next must not be counted as nothing.
      const times = question.unit === 'bytes' ? 1 : repetitions;
      return runs(question, [`--benchmark_repetitions=${times}`, `--benchmark_min_time=${minTime}s`]).map((run) =>
        valueOf(question, run),
      );
    },
    ...(allocations && {
      count: (/** @type {Question} */ question) =>
        countAllocations((args, env) => runs(question, args, env), allocations),
    }),
  };
}

/** @param {Question} question @param {Run} run */
function valueOf({ unit }, { bytes, items_per_second: rate }) {
  const value = unit === 'bytes' ? bytes : rate && 1e9 / rate;
  if (value === undefined) throw new Error(`a run without ${unit === 'bytes' ? 'bytes' : 'items_per_second'}`);
  return value;
}

/**
 * What three iterations ask of malloc more than one does: without what the program's start and its first round cost.
 * @param {(args: string[], env: Record<string, string>) => Run[]} runs @param {string} library
 */
function countAllocations(runs, library) {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(dir, 'allocations');
  try {
    const [once, thrice] = [1, 3].map((iterations) => {
      const [run] = runs([`--benchmark_min_time=${iterations}x`], { LD_PRELOAD: library, BENCH_ALLOCATIONS: file });
      const [allocations = 0, bytes = 0] = readFileSync(file, 'utf8').split(' ').map(Number);
      return { run, allocations, bytes };
    });
    if (!once?.run || !thrice?.run) throw new Error('Google Benchmark ran nothing');
    const operations = 2 * operationsOf(thrice.run);
    return {
      allocations: (thrice.allocations - once.allocations) / operations,
      bytes: (thrice.bytes - once.bytes) / operations,
    };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** How many operations an iteration has. @param {Run} run */
const operationsOf = ({ items_per_second: rate = 0, cpu_time: time, time_unit: unit }) =>
  Math.round(rate * time * secondsIn[unit]);
