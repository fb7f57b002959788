// @ts-check
// What does it cost, in time of the processor, to fire one of many timers that come due one after the other?
import { check, measured } from '../../contenders/javascript/benchmark.mjs';
import { randomDelays } from '../../contenders/javascript/random-delays.mjs';

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  async timer_fire(asked, now) {
    const delays = randomDelays(asked.arg, 200);
    let fired = 0;
    let resolveAll = () => {};
    const allFired = /** @type {Promise<void>} */ (new Promise((resolve) => (resolveAll = resolve)));
    // All are there before the first is due.
    const start = performance.now() + 300;
    for (const delay of delays) {
      setTimeout(() => void (++fired === asked.arg && resolveAll()), start + delay - performance.now());
    }
    check(performance.now() < start, 'timer_fire: the timers were there too late');
    const begin = now();
    await allFired;
    return measured(asked, fired, { nanoseconds: now() - begin });
  },
};
