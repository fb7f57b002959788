// @ts-check
// What does a child of a Promise.all cost?
import { timed, wallClock } from './benchmark.mjs';

/** @param {number} i */
async function number(i) {
  return i;
}

/** @param {number} children @param {number} times */
async function gatherOften(children, times) {
  let total = 0;
  for (let i = 0; i < times; ++i) {
    const promises = [];
    for (let child = 0; child < children; ++child) promises.push(number(child));
    for (const result of await Promise.all(promises)) total += result;
  }
  return total;
}

/** @type {import('./benchmark.mjs').Benchmark} */
export const gather = {
  name: 'gather',
  args: [10, 1_000, 100_000],
  run: (arg, now = wallClock) => {
    const children = Number(arg);
    const times = Math.max(100_000 / children, 1);
    const expected = times * ((children * (children - 1)) / 2);
    return timed('gather', children * times, now, () => gatherOften(children, times), expected);
  },
};
