// @ts-check
// What does a task cost, from its creation to its result, when all are created first and joined then?
import { timed } from '../../contenders/javascript/benchmark.mjs';

/** An async function begins at once; this one leaves the rest for later, as a task does with all of it. */
async function one() {
  await undefined;
  return 1;
}

/** @param {number} n */
async function createThenJoin(n) {
  const tasks = [];
  for (let i = 0; i < n; ++i) tasks.push(one());
  let total = 0;
  for (const task of tasks) total += await task;
  return total;
}

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  create_and_join: (asked, now) => timed(asked, now, () => createThenJoin(asked.arg)),
};
