// @ts-check
// What does it cost to start an async function that sleeps, and to cancel it?
import { check, wallClock } from './benchmark.mjs';
import { sleep } from './sleep.mjs';

const hour = 3_600_000;

/** @param {AbortSignal} signal */
async function sleeper(signal) {
  await sleep(hour, signal);
}

/** @type {import('./benchmark.mjs').Benchmark} */
export const cancelSleeping = {
  name: 'cancel_sleeping',
  args: [100_000],
  async run(arg, now = wallClock) {
    const operations = Number(arg);
    const controllers = [];
    const running = [];
    const begin = now();
    for (let i = 0; i < operations; ++i) {
      const controller = new AbortController();
      controllers.push(controller);
      running.push(sleeper(controller.signal));
    }
    for (const controller of controllers) controller.abort();
    const outcomes = await Promise.allSettled(running);
    const nanoseconds = now() - begin;
    check(
      outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason.name === 'AbortError'),
      'cancel_sleeping',
    );
    return { operations, nanoseconds };
  },
};
