// @ts-check
// What does a message cost that one async function puts into a queue while another waits for it?
import { timed } from '../../contenders/javascript/benchmark.mjs';

/** The queue that one writes with promises, as JavaScript has none. @template T */
class Queue {
  /** @type {T[]} */
  #items = [];
  /** @type {((item: T) => void)[]} */
  #getters = [];

  /** @param {T} item */
  put(item) {
    const getter = this.#getters.shift();
    if (getter) getter(item);
    else this.#items.push(item);
  }
  /** @returns {Promise<T>} */
  get() {
    const item = this.#items.shift();
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve) => this.#getters.push(resolve));
  }
}

/** Sends each number back, one higher. @param {Queue<number>} from @param {Queue<number>} to @param {number} n */
async function pong(from, to, n) {
  for (let i = 0; i < n; ++i) to.put((await from.get()) + 1);
}

/** @param {number} rounds */
async function play(rounds) {
  const to = /** @type {Queue<number>} */ (new Queue());
  const back = /** @type {Queue<number>} */ (new Queue());
  const partner = pong(to, back, rounds);
  let value = 0;
  for (let i = 0; i < rounds; ++i) {
    to.put(value);
    value = (await back.get()) + 1;
  }
  await partner;
  return value;
}

/** @type {import('../../contenders/javascript/benchmark.mjs').Runs} */
export const runs = {
  queue_ping_pong: (asked, now) => timed(asked, now, () => play(asked.operations / 2)),
};
