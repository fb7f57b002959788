// @ts-check
// What does it cost to take a lock that is free, and to release it?
import { timed, wallClock } from './benchmark.mjs';
import { Lock } from './lock.mjs';

const n = 100_000;

async function takeOften() {
  const lock = new Lock();
  let taken = 0;
  for (let i = 0; i < n; ++i) {
    await lock.acquire();
    taken += Number(lock.locked);
    lock.release();
  }
  return taken;
}

/** @type {import('./benchmark.mjs').Benchmark} */
export const lockFree = {
  name: 'lock_free',
  args: [null],
  run: (_, now = wallClock) => timed('lock_free', n, now, takeOften, n),
};
