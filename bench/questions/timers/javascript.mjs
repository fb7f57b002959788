// @ts-check
// What does one timer among many cost: to insert it, and to cancel it?
import { check, wallClock } from './benchmark.mjs';
import { randomDelays } from './random_delays.mjs';

const hour = 3_600_000;

/** @param {readonly number[]} delays in milliseconds @param {() => void} fire */
function insertAll(delays, fire) {
  const handles = [];
  for (const delay of delays) handles.push(setTimeout(fire, delay));
  return handles;
}

/** Every other one of a thousand is cancelled: the others fire. */
async function cancelHalf() {
  let fired = 0;
  const handles = insertAll(randomDelays(1_000, 2), () => void ++fired);
  for (let i = 0; i < handles.length; i += 2) clearTimeout(handles[i]);
  await new Promise((resolve) => setTimeout(resolve, 10));
  return fired;
}

/** @param {number} n @param {import('./benchmark.mjs').Clock} now */
async function insertAndCancel(n, now) {
  check((await cancelHalf()) === 500, 'timers');
  const delays = randomDelays(n, hour);
  const begin = now();
  const handles = insertAll(delays, () => {});
  const inserted = now();
  for (const handle of handles) clearTimeout(handle);
  return { insert: inserted - begin, cancel: now() - inserted };
}

/** @param {'insert' | 'cancel'} part @returns {import('./benchmark.mjs').Benchmark} */
const benchmarkOf = (part) => ({
  name: `timer_${part}`,
  args: [1_000_000],
  async run(arg, now = wallClock) {
    const operations = Number(arg);
    return { operations, nanoseconds: (await insertAndCancel(operations, now))[part] };
  },
});

export const timerInsert = benchmarkOf('insert');
export const timerCancel = benchmarkOf('cancel');
