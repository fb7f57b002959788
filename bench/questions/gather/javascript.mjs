// @ts-check
// What does a child of a Promise.all cost?
import { timed } from '../../contenders/javascript/benchmark.mjs';

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

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  gather: (asked, now) => timed(asked, now, () => gatherOften(asked.arg, asked.operations / asked.arg)),
};
