// @ts-check
// What does a level cost in a chain of awaits, each async function awaiting the next one down?
import { timed, wallClock } from './benchmark.mjs';

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

/** @type {import('./benchmark.mjs').Benchmark} */
export const awaitChain = {
  name: 'await_chain',
  args: [1_000, 100_000, 1_000_000],
  run: (arg, now = wallClock) => {
    const levels = Number(arg);
    const times = Math.max(100_000 / levels, 1);
    return timed('await_chain', levels * times, now, () => descendOften(levels, times), levels * times);
  },
};
