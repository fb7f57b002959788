// @ts-check
// What does it cost to start an async function that sleeps, and to cancel it?
import { measured } from '../../contenders/javascript/benchmark.mjs';
import { sleep } from '../../contenders/javascript/sleep.mjs';

const hour = 3_600_000;

/** @param {{ asleep: number }} shared @param {AbortSignal} signal */
async function sleeper(shared, signal) {
  ++shared.asleep;
  await sleep(hour, signal);
}

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  async cancel_sleeping(asked, now) {
    const shared = { asleep: 0 };
    const controllers = [];
    const running = [];
    const begin = now();
    for (let i = 0; i < asked.arg; ++i) {
      const controller = new AbortController();
      controllers.push(controller);
      running.push(sleeper(shared, controller.signal));
    }
    for (const controller of controllers) controller.abort();
    const outcomes = await Promise.allSettled(running);
    const nanoseconds = now() - begin;
    const cancelled = outcomes.filter(
      (outcome) => outcome.status === 'rejected' && outcome.reason.name === 'AbortError',
    );
    return measured(asked, Math.min(shared.asleep, cancelled.length), { nanoseconds });
  },
};
