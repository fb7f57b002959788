// @ts-check
// What does it cost to take a lock for which a thousand others stand in line?
import { check, wallClock } from './benchmark.mjs';
import { Lock } from './lock.mjs';

/** A lock, and whose turn it is: the line must move strictly forward. */
class Turnstile {
  lock = new Lock();
  next = 0;
  inOrder = true;

  /** @param {number} visitors */
  constructor(visitors) {
    this.visitors = visitors;
  }
  /** @param {number} who */
  pass(who) {
    this.inOrder &&= who === this.next;
    this.next = (who + 1) % this.visitors;
  }
}

/** @param {Turnstile} turnstile @param {number} who @param {number} times */
async function visitor(turnstile, who, times) {
  for (let i = 0; i < times; ++i) {
    await turnstile.lock.acquire();
    turnstile.pass(who);
    turnstile.lock.release();
  }
}

const times = 100;

/** @type {import('./benchmark.mjs').Benchmark} */
export const lockContended = {
  name: 'lock_contended',
  args: [1_000],
  async run(arg, now = wallClock) {
    const visitors = Number(arg);
    const turnstile = new Turnstile(visitors);
    await turnstile.lock.acquire();
    const running = [];
    for (let who = 0; who < visitors; ++who) running.push(visitor(turnstile, who, times));
    const begin = now();
    turnstile.lock.release();
    await running.at(-1);
    const nanoseconds = now() - begin;
    check(turnstile.inOrder && turnstile.next === 0 && !turnstile.lock.locked, 'lock_contended');
    return { operations: visitors * times, nanoseconds };
  },
};
