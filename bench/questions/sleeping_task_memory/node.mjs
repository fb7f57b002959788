// @ts-check
// How many bytes does an async function take that sleeps? Needs `node --expose-gc`.
import { check, measured } from '../../contenders/javascript/benchmark.mjs';

/** @type {NodeJS.Timeout[]} */
const timers = [];

/** @param {number} milliseconds */
const sleep = (milliseconds) => new Promise((resolve) => timers.push(setTimeout(resolve, milliseconds)));

/** @param {{ asleep: number }} shared */
async function sleeper(shared) {
  ++shared.asleep;
  await sleep(3_600_000);
}

function liveBytes() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  async sleeping_task_memory(asked) {
    check(globalThis.gc !== undefined, 'sleeping_task_memory: run Node with --expose-gc');
    const shared = { asleep: 0 };
    const running = [];
    const before = liveBytes();
    for (let i = 0; i < asked.arg; ++i) running.push(sleeper(shared));
    const bytes = liveBytes() - before;
    for (const timer of timers.splice(0)) clearTimeout(timer);
    return measured(asked, Math.min(shared.asleep, running.length), { bytes });
  },
};
