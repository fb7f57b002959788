// @ts-check
// What does it cost to await an async function that returns at once?
import { timed } from '../../contenders/javascript/benchmark.mjs';

async function one() {
  return 1;
}

/** @param {number} n */
async function sum(n) {
  let total = 0;
  for (let i = 0; i < n; ++i) total += await one();
  return total;
}

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  await_finished: (asked, now) => timed(asked, now, () => sum(asked.operations)),
};
