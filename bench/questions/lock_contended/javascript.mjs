// @ts-check
// What does it cost to take a lock for which a thousand others stand in line?
import { measured } from '../../contenders/javascript/benchmark.mjs';
import { Lock } from '../../contenders/javascript/lock.mjs';

/** A lock, and whose turn it is: the line must move strictly forward. */
class Turnstile {
  lock = new Lock();
  next = 0;
  /** How many have passed in their turn. */
  passes = 0;

  /** @param {number} visitors */
  constructor(visitors) {
    this.visitors = visitors;
  }
  /** @param {number} who */
  pass(who) {
    this.passes += Number(who === this.next);
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

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  async lock_contended(asked, now) {
    const visitors = asked.arg;
    const turnstile = new Turnstile(visitors);
    await turnstile.lock.acquire();
    const running = [];
    for (let who = 0; who < visitors; ++who) running.push(visitor(turnstile, who, asked.operations / visitors));
    const begin = now();
    turnstile.lock.release();
    await running.at(-1);
    const nanoseconds = now() - begin;
    return measured(asked, turnstile.lock.locked ? 0 : turnstile.passes, { nanoseconds });
  },
};
