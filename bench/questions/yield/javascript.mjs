// @ts-check
// What does it cost to let everybody else have a turn? With one async function and with many.
import { measured } from '../../contenders/javascript/benchmark.mjs';

/** @param {{ stop: boolean, count: number }} shared */
async function yielder(shared) {
  while (!shared.stop) {
    await undefined;
    ++shared.count;
  }
}

/** @param {number} others @param {number} turns @param {import('../../contenders/javascript/benchmark.mjs').Clock} now */
async function takeTurns(others, turns, now) {
  const shared = { stop: false, count: 0 };
  const running = [];
  for (let i = 0; i < others; ++i) running.push(yielder(shared));
  const begin = now();
  for (let i = 0; i < turns; ++i) await undefined;
  const nanoseconds = now() - begin;
  const { count } = shared;
  shared.stop = true;
  await Promise.all(running);
  return { count, nanoseconds };
}

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  async yield(asked, now) {
    const { count, nanoseconds } = await takeTurns(asked.arg - 1, asked.operations / asked.arg, now);
    return measured(asked, count, { nanoseconds });
  },
};
