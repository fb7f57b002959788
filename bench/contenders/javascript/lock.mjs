// @ts-check
/** The lock that one writes with promises, as JavaScript has none: first come, first served. */
export class Lock {
  #locked = false;
  /** @type {(() => void)[]} */
  #line = [];

  /** @returns {Promise<void>} */
  acquire() {
    if (this.#locked) return new Promise((resolve) => this.#line.push(resolve));
    this.#locked = true;
    return Promise.resolve();
  }
  /** Hands it to the first in line. */
  release() {
    const first = this.#line.shift();
    if (first) first();
    else this.#locked = false;
  }
  get locked() {
    return this.#locked;
  }
}
