/** Numbers by chance, the same as core/src/schedule/chance.hpp makes of a seed. */
export class Chance {
  #state: number;

  /** @param seed of 32 bits */
  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** @returns a whole number less than `count`, which is more than 0 */
  below(count: number): number {
    return this.#next() % count;
  }

  #next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }
}
