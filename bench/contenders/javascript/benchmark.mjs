// @ts-check
/**
 * What the benchmarks of JavaScript's own promises share. They answer the questions of `bench/asyncio`, under the same
 * names and with the same arguments, in Node and in a browser.
 */

/**
 * How many operations took how long, or how many bytes.
 * @typedef {{ operations: number, nanoseconds: number } | { operations: number, bytes: number }} Measurement
 */

/** @typedef {() => number} Clock gives nanoseconds since some moment */

/**
 * `args`: what `run` may be called with, null where there is no argument. `run` rejects if the result is wrong.
 * @typedef {object} Benchmark
 * @property {string} name
 * @property {readonly (number | null)[]} args
 * @property {(arg: number | null, now?: Clock) => Promise<Measurement>} run
 */

/** The time that passes. @type {Clock} */
export const wallClock = () => performance.now() * 1e6;

/**
 * A benchmark's result is checked before its time counts.
 * @param {boolean} correct @param {string} what
 */
export function check(correct, what) {
  if (!correct) throw new Error(`benchmark computes a wrong result: ${what}`);
}

/**
 * Times a whole computation and compares what it gives.
 * @param {string} name @param {number} operations @param {Clock} now
 * @param {() => Promise<number>} compute @param {number} expected
 */
export async function timed(name, operations, now, compute, expected) {
  const begin = now();
  const result = await compute();
  const nanoseconds = now() - begin;
  check(result === expected, name);
  return { operations, nanoseconds };
}
