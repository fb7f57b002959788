// @ts-check
/** Benchmarks in a language with an interpreter: run.py and run.mjs in contenders/. */
import { NoAnswer, output } from './processes.mjs';

/**
 * @param {readonly string[]} command @param {readonly string[]} [options] more arguments
 * @returns {import('./contenders.mjs').Program}
 */
export function scriptedBenchmark(command, options = []) {
  return {
    answers: () =>
      new Set(
        output([...command, '--list'])
          .trim()
          .split('\n'),
      ),
    measure: ({ benchmark, arg, unit }, { repetitions, seconds }) => {
      const of = arg === null ? [] : [`--arg=${arg}`];
      const times = [`--repetitions=${repetitions}`, `--seconds=${seconds}`];
      const lines = output([...command, ...options, ...of, ...times, benchmark])
        .trim()
        .split('\n');
      if (lines[0] === '') throw new NoAnswer('it printed nothing');
      return lines.map((line) => {
        const { operations, nanoseconds, bytes } = JSON.parse(line);
        return (unit === 'bytes' ? bytes : nanoseconds) / operations;
      });
    },
  };
}
