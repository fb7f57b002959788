// @ts-check
/** The benchmarks that run in Node and in a browser. */
import { awaitChain } from './await_chain.mjs';
import { awaitFinished } from './await_finished.mjs';
import { cancelSleeping } from './cancel_sleeping.mjs';
import { createAndJoin } from './create_and_join.mjs';
import { gather } from './gather.mjs';
import { lockContended } from './lock_contended.mjs';
import { lockFree } from './lock_free.mjs';
import { queuePingPong } from './queue_ping_pong.mjs';
import { timerCancel, timerInsert } from './timers.mjs';
import { yieldTurn } from './yield.mjs';

/** @type {readonly import('./benchmark.mjs').Benchmark[]} */
export const benchmarks = [
  awaitFinished,
  awaitChain,
  yieldTurn,
  createAndJoin,
  gather,
  timerInsert,
  timerCancel,
  queuePingPong,
  lockFree,
  lockContended,
  cancelSleeping,
];
