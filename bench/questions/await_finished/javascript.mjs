// @ts-check
// What does it cost to await an async function that returns at once?
import { timed, wallClock } from './benchmark.mjs';

const n = 100_000;

async function one() {
  return 1;
}

async function sum() {
  let total = 0;
  for (let i = 0; i < n; ++i) total += await one();
  return total;
}

/** @type {import('./benchmark.mjs').Benchmark} */
export const awaitFinished = {
  name: 'await_finished',
  args: [null],
  run: (_, now = wallClock) => timed('await_finished', n, now, sum, n),
};
