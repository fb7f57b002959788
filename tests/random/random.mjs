// @ts-check
/** Random numbers that a seed repeats (mulberry32). */
export class Random {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    // Neighbouring seeds are to have nothing in common.
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.floor(seed / 2 ** 32);
  }

  #next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let z = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  }

  /** From `least` to `most`. @param {number} least @param {number} most */
  between(least, most) {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  /** @param {number} probability */
  chance(probability) {
    return this.#next() < probability;
  }

  /** @template T @param {readonly T[]} items @returns {T} */
  pick(items) {
    return /** @type {T} */ (items[this.between(0, items.length - 1)]);
  }

  /** Some of them, in any order, perhaps one twice. @template T @param {readonly T[]} items @param {number} most @returns {T[]} */
  some(items, most) {
    return items.length === 0 ? [] : Array.from({ length: this.between(0, most) }, () => this.pick(items));
  }

  /** @template T @param {readonly (readonly [number, T])[]} weighted @returns {T} */
  weigh(weighted) {
    let at = this.#next() * weighted.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of weighted) if ((at -= weight) < 0) return item;
    throw new Error('nothing to choose from');
  }
}
