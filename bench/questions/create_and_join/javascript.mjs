// @ts-check
// What does a task cost, from its creation to its result, when all are created first and joined then?
import { timed, wallClock } from './benchmark.mjs';

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

/** @type {import('./benchmark.mjs').Benchmark} */
export const createAndJoin = {
  name: 'create_and_join',
  args: [1_000_000],
  run: (arg, now = wallClock) => {
    const n = Number(arg);
    return timed('create_and_join', n, now, () => createThenJoin(n), n);
  },
};
