/**
 * Calls `flush` once for many requests: at once if it was quiet, else with a frame to come. What a flush costs the page decides
 * when the next may be, so that a flood leaves most of the time to the person.
 */
const quietMs = 50;
/** A hidden page gets no frames. */
const hiddenWaitMs = 100;
/** The page is to be free for so many times as long as a flush and its drawing took. */
const restFactor = 2;

export class FrameQueue {
  #waiting = false;
  #lastFlush = -Infinity;
  #costMs = 0;
  readonly #flush: () => void;

  constructor(flush: () => void) {
    this.#flush = flush;
  }

  request(): void {
    if (this.#waiting) return;
    const since = performance.now() - this.#lastFlush;
    if (since >= quietMs + this.#costMs * (1 + restFactor)) return this.now();
    this.#waiting = true;
    const rest = this.#costMs * (1 + restFactor) - since;
    if (document.hidden) setTimeout(() => this.now(), Math.max(hiddenWaitMs, rest));
    else if (rest > 0) setTimeout(() => requestAnimationFrame(() => this.now()), rest);
    else requestAnimationFrame(() => this.now());
  }

  now(): void {
    this.#waiting = false;
    this.#lastFlush = performance.now();
    this.#flush();
    this.#measure();
  }

  /** Drawing comes after the flush, within the same frame. */
  #measure(): void {
    const begin = this.#lastFlush;
    if (document.hidden) this.#costMs = 0;
    else requestAnimationFrame(() => setTimeout(() => (this.#costMs = performance.now() - begin), 0));
  }
}
