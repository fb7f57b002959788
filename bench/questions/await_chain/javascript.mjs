// @ts-check
// What does a level cost in a chain of awaits, each async function awaiting the next one down?
import { timed } from '../../contenders/javascript/benchmark.mjs';

/** @param {number} levels @returns {Promise<number>} */
async function descend(levels) {
  if (levels === 0) return 0;
  return 1 + (await descend(levels - 1));
}

/** @param {number} levels @param {number} times */
async function descendOften(levels, times) {
  let total = 0;
  for (let i = 0; i < times; ++i) total += await descend(levels);
  return total;
}

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  await_chain: (asked, now) => timed(asked, now, () => descendOften(asked.arg, asked.operations / asked.arg)),
};
