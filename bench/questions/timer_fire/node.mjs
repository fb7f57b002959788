// @ts-check
// What does it cost, in time of the processor, to fire one of many timers that come due one after the other?
import { check } from '../benchmark.mjs';
import { randomDelays } from '../random_delays.mjs';

/** @type {import('../benchmark.mjs').Benchmark} */
export const timerFire = {
  name: 'timer_fire',
  args: [100_000],
  async run(arg, now) {
    if (!now) throw new Error('timer_fire needs a clock of the processor');
    const operations = Number(arg);
    const delays = randomDelays(operations, 200);
    let left = operations;
    let resolveAll = () => {};
    const allFired = /** @type {Promise<void>} */ (new Promise((resolve) => (resolveAll = resolve)));
    // All are there before the first is due.
    const start = performance.now() + 300;
    for (const delay of delays) {
      setTimeout(() => void (--left === 0 && resolveAll()), start + delay - performance.now());
    }
    check(performance.now() < start, 'timer_fire: the timers were there too late');
    const begin = now();
    await allFired;
    return { operations, nanoseconds: now() - begin };
  },
};
