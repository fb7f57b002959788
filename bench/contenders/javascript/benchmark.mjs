// @ts-check
/**
 * What the benchmarks of JavaScript's own promises share: the `javascript.mjs` of bench/questions, for Node and a browser, and
 * the `node.mjs`, for Node alone.
 */

/**
 * How many operations took how long, or how many bytes.
 * @typedef {{ operations: number, nanoseconds: number } | { operations: number, bytes: number }} Measurement
 */

/** @typedef {() => number} Clock gives nanoseconds since some moment */

/**
 * A question.json: what may be asked, and what comes of it. `small`: for tests alone.
 * @typedef {{ cases: readonly { arg: number | null, operations: number, result: number, small?: boolean }[] }} Question
 */

/** The case that is asked at the moment; without an argument it is 0. @typedef {{ name: string, arg: number, operations: number, result: number }} Asked */

/** What answers, by benchmark. @typedef {Record<string, (asked: Asked, now: Clock) => Promise<Measurement>>} Runs */

/**
 * `args`: what `run` may be called with, null where there is no argument. `run` rejects if the result is wrong.
 * @typedef {object} Benchmark
 * @property {string} name
 * @property {readonly (number | null)[]} args
 * @property {(arg: number | null, now?: Clock) => Promise<Measurement>} run
 */

/** The time that passes. @type {Clock} */
const wallClock = () => performance.now() * 1e6;

/** @param {Question} question @param {Runs} runs @returns {Benchmark[]} */
export function benchmarksOf({ cases }, runs) {
  const args = cases.filter(({ small }) => !small).map(({ arg }) => arg);
  return Object.entries(runs).map(([name, run]) => ({
    name,
    args,
    run: (arg, now = wallClock) => {
      const found = cases.find((asked) => asked.arg === arg);
      if (!found) throw new Error(`${name} is not asked of ${arg}`);
      return run({ ...found, name, arg: arg ?? 0 }, now);
    },
  }));
}

/**
 * A benchmark's result is checked before its time counts.
 * @param {boolean} correct @param {string} what
 */
export function check(correct, what) {
  if (!correct) throw new Error(`benchmark computes a wrong result: ${what}`);
}

/**
 * What a run gives whose result is right.
 * @template {{ nanoseconds: number } | { bytes: number }} Cost
 * @param {Asked} asked @param {number} computed @param {Cost} cost
 */
export function measured({ name, operations, result }, computed, cost) {
  check(computed === result, name);
  return { operations, ...cost };
}

/**
 * Times a whole computation.
 * @param {Asked} asked @param {Clock} now @param {() => Promise<number>} compute
 */
export async function timed(asked, now, compute) {
  const begin = now();
  const computed = await compute();
  return measured(asked, computed, { nanoseconds: now() - begin });
}
