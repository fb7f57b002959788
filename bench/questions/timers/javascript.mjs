// @ts-check
// What does one timer among many cost: to insert it, and to cancel it?
import { measured } from '../../contenders/javascript/benchmark.mjs';
import { randomDelays } from '../../contenders/javascript/random-delays.mjs';

const hour = 3_600_000;

/** @param {readonly number[]} delays in milliseconds @param {() => void} fire */
function insertAll(delays, fire) {
  const handles = [];
  for (const delay of delays) handles.push(setTimeout(fire, delay));
  return handles;
}

/** @param {number} milliseconds */
const pass = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Every other one of a thousand is cancelled: the others fire. */
async function cancelHalf() {
  let fired = 0;
  const handles = insertAll(randomDelays(1_000, 2), () => void ++fired);
  for (let i = 0; i < handles.length; i += 2) clearTimeout(handles[i]);
  await pass(10);
  return fired;
}

/** @param {number} n @param {import('../../contenders/javascript/benchmark.mjs').Clock} now */
async function insertAndCancel(n, now) {
  let fired = 0;
  const delays = randomDelays(n, hour);
  const begin = now();
  const handles = insertAll(delays, () => void ++fired);
  const inserted = now();
  for (const handle of handles) clearTimeout(handle);
  const cancelled = now();
  await pass(0);
  return { fired, insert: inserted - begin, cancel: cancelled - inserted };
}

/**
 * @param {'insert' | 'cancel'} part
 * @returns {import('../../contenders/javascript/benchmark.mjs').Runs[string]}
 */
const partOf = (part) => async (asked, now) => {
  const half = await cancelHalf();
  const { fired, [part]: nanoseconds } = await insertAndCancel(asked.arg, now);
  return measured(asked, half + fired, { nanoseconds });
};

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = { timer_insert: partOf('insert'), timer_cancel: partOf('cancel') };
