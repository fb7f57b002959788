// @ts-check
/** Makes the program of a seed. What its parts mean is in README.md. */
import { operations } from './operations.mjs';
import { caughtAtYield, reportsAreComparable } from './limits.mjs';
import { Random } from './random.mjs';

/** @typedef {(string | number | null | Op | Block)[]} Op its name and its arguments */
/** @typedef {Op[]} Block */
/** @typedef {[objects: unknown[], bodies: Block[], generators: unknown[][], reports: number, eager: number]} Program */

/**
 * Where operations are made for: a body, a generator, a callback.
 * @typedef {object} Place
 * @property {number} rank the body; bodies and slots of a higher one may be waited for
 * @property {'body' | 'generator' | 'callback'} kind
 * @property {number} depth of nesting
 * @property {boolean} loop inside of one
 */

export class Maker extends Random {
  /** How many bodies there are. */
  bodyCount = this.between(3, 6);
  /** The first body that a slot may run, by its name. @type {Map<string, number>} */
  ranks = new Map();
  /** @type {unknown[]} */
  objects = [];
  locks = /** @type {string[]} */ ([]);
  semaphores = /** @type {string[]} */ ([]);
  conditions = /** @type {string[]} */ ([]);
  events = /** @type {string[]} */ ([]);
  barriers = /** @type {string[]} */ ([]);
  queues = /** @type {string[]} */ ([]);
  variables = /** @type {string[]} */ ([]);
  generatorCount = this.between(1, 2);
  /** Each program prefers some operations: what has to meet meets more often. */
  weights = operations.map(
    ([weight, operation]) => /** @type {const} */ ([weight * this.pick([0.02, 0.02, 0.1, 1, 1, 8]), operation]),
  );
  #errors = 0;

  /** @param {number} seed */
  constructor(seed) {
    super(seed);
    this.#makeSlots();
    this.#makeObjects();
  }

  #makeSlots() {
    const last = this.bodyCount - 1;
    for (let i = 0; i < 4; ++i) this.ranks.set(`t${i}`, this.between(1, last));
    for (let i = 0; i < 2; ++i) this.ranks.set(`f${i}`, Infinity);
    for (let i = 0; i < 2; ++i) this.ranks.set(`s${i}`, this.between(1, last));
    for (let i = 0; i < 3; ++i) this.ranks.set(`g${i}`, this.between(1, last));
  }

  #makeObjects() {
    const make = (/** @type {string[]} */ names, /** @type {string} */ name, /** @type {unknown[]} */ ...how) => {
      names.push(name);
      this.objects.push([name, ...how]);
    };
    make(this.locks, 'l0', 'lock');
    make(this.semaphores, 'm0', 'semaphore', this.between(0, 2));
    make(this.semaphores, 'm1', 'bounded', this.between(1, 2));
    make(this.conditions, 'c0', 'condition', null);
    make(this.conditions, 'c1', 'condition', 'l0');
    make(this.events, 'e0', 'event');
    make(this.events, 'e1', 'event');
    make(this.barriers, 'r0', 'barrier', this.between(1, 3));
    make(this.queues, 'q0', this.pick(['queue', 'lifo', 'priority']), this.between(0, 2));
    make(this.queues, 'q1', 'queue', 1);
    make(this.variables, 'v0', 'variable');
  }

  /** A message that no other error has. */
  newMessage() {
    return `e${++this.#errors}`;
  }

  milliseconds() {
    return this.pick([0, 0, 0, 1, 1, 2, 3, 5, 8]);
  }

  /** @returns {number | null} */
  timeout() {
    return this.pick([null, -1, 0, 0, 1, 1, 2, 3, 5, 8]);
  }

  /** Slots of these kinds (the first letters of their names). @param {string} kinds */
  slots(kinds) {
    return [...this.ranks.keys()].filter((name) => kinds.includes(name.charAt(0)));
  }

  /** A block of operations for that place. @param {Place} place @param {number} [most] @returns {Block} */
  block(place, most = 4) {
    const inner = { ...place, depth: place.depth + 1 };
    return Array.from({ length: this.between(place.depth === 0 ? 2 : 1, most) }, () => this.#operation(inner)).flat();
  }

  /** @param {Place} place @returns {Block} */
  #operation(place) {
    for (;;) {
      const made = this.weigh(this.weights)(this, place);
      if (made) return made;
    }
  }

  /** @param {Place} place @returns {Block} */
  actions(place) {
    return this.block({ ...place, kind: 'callback', depth: 3 }, 2);
  }

  /** @param {Place} place @returns {Op[]} */
  handlers(place) {
    const kinds = ['ValueError', 'RuntimeError', 'LookupError', 'TimeoutError', 'CancelledError', 'Exception'];
    const handler = () => [
      this.pick([...kinds, 'Exception', 'BaseException']),
      this.chance(0.5) ? [] : this.block({ ...place, depth: place.depth + 1 }, 2),
      Number(this.chance(0.4)),
    ];
    return Array.from({ length: this.between(1, 2) }, handler);
  }

  generator() {
    /** @type {Place} */
    const place = { rank: this.bodyCount, kind: 'generator', depth: 2, loop: false };
    const steps = Array.from({ length: this.between(1, 3) }, (_, value) => [
      this.chance(0.6) ? [] : this.block(place, 2),
      value,
      this.pick(caughtAtYield),
    ]);
    const handlers = this.chance(0.5) ? [] : this.handlers(place);
    return [steps, handlers, this.chance(0.5) ? [] : this.block(place, 2)];
  }

  /** The first body ends by waiting for the others, most often. @returns {Block} */
  ending() {
    if (this.chance(0.2)) return [];
    return [['wait', 'ALL_COMPLETED', this.pick([10, 50]), this.slots('tgs')]];
  }
}

/** @param {number} seed @returns {Program} */
export function generate(seed) {
  const maker = new Maker(seed);
  const bodies = Array.from({ length: maker.bodyCount }, (_, rank) =>
    maker.block({ rank, kind: 'body', depth: 0, loop: false }, rank === 0 ? 9 : 6),
  );
  bodies[0]?.push(...maker.ending());
  const generators = Array.from({ length: maker.generatorCount }, () => maker.generator());
  const eager = Number(maker.chance(0.1));
  return [maker.objects, bodies, generators, Number(reportsAreComparable(bodies)), eager];
}
