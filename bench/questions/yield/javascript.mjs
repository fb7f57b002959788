// @ts-check
// What does it cost to let everybody else have a turn? With one async function and with many.
import { check, wallClock } from './benchmark.mjs';

/** @param {{ stop: boolean, count: number }} shared */
async function yielder(shared) {
  while (!shared.stop) {
    await undefined;
    ++shared.count;
  }
}

/** @param {number} others @param {number} turns @param {import('./benchmark.mjs').Clock} now */
async function takeTurns(others, turns, now) {
  const shared = { stop: false, count: 0 };
  const running = [];
  for (let i = 0; i < others; ++i) running.push(yielder(shared));
  const begin = now();
  for (let i = 0; i < turns; ++i) await undefined;
  const nanoseconds = now() - begin;
  check(shared.count === others * turns, 'yield');
  shared.stop = true;
  await Promise.all(running);
  return nanoseconds;
}

/** @type {import('./benchmark.mjs').Benchmark} */
export const yieldTurn = {
  name: 'yield',
  args: [1, 1_000, 100_000],
  async run(arg, now = wallClock) {
    const tasks = Number(arg);
    const turns = Math.max(200_000 / tasks, 5);
    return { operations: tasks * turns, nanoseconds: await takeTurns(tasks - 1, turns, now) };
  },
};
