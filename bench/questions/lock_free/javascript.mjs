// @ts-check
// What does it cost to take a lock that is free, and to release it?
import { timed } from '../../contenders/javascript/benchmark.mjs';
import { Lock } from '../../contenders/javascript/lock.mjs';

/** @param {number} n */
async function takeOften(n) {
  const lock = new Lock();
  let taken = 0;
  for (let i = 0; i < n; ++i) {
    await lock.acquire();
    taken += Number(lock.locked);
    lock.release();
  }
  return taken;
}

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  lock_free: (asked, now) => timed(asked, now, () => takeOften(asked.operations)),
};
