// @ts-check
// How many bytes does an async function take that sleeps? Needs `node --expose-gc`.
import { check } from '../benchmark.mjs';

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

/** @type {import('../benchmark.mjs').Benchmark} */
export const sleepingTaskMemory = {
  name: 'sleeping_task_memory',
  args: [100_000],
  async run(arg) {
    check(globalThis.gc !== undefined, 'sleeping_task_memory: run Node with --expose-gc');
    const operations = Number(arg);
    const shared = { asleep: 0 };
    const running = [];
    const before = liveBytes();
    for (let i = 0; i < operations; ++i) running.push(sleeper(shared));
    const bytes = liveBytes() - before;
    check(shared.asleep === operations && running.length === operations, 'sleeping_task_memory');
    for (const timer of timers.splice(0)) clearTimeout(timer);
    return { operations, bytes };
  },
};
