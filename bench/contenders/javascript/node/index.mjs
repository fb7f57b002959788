// @ts-check
/** All benchmarks: those of a browser, and those that ask what only Node can tell. */
import { benchmarks as portable } from '../index.mjs';
import { sleepingTaskMemory } from './sleeping_task_memory.mjs';
import { timerFire } from './timer_fire.mjs';

/** @type {readonly import('../benchmark.mjs').Benchmark[]} */
export const benchmarks = [...portable, timerFire, sleepingTaskMemory];
