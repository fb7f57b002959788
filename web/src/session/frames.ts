/** Calls `flush` once for many requests: at once if it was quiet, else with the next frame, so that a flood does not freeze the page. */
const QUIET_MS = 50;
/** A hidden page gets no frames. */
const HIDDEN_WAIT_MS = 100;

export class FrameQueue {
  #waiting = false;
  #lastFlush = -Infinity;
  readonly #flush: () => void;

  constructor(flush: () => void) {
    this.#flush = flush;
  }

  request(): void {
    if (this.#waiting) return;
    if (performance.now() - this.#lastFlush >= QUIET_MS) return this.now();
    this.#waiting = true;
    if (document.hidden) setTimeout(() => this.now(), HIDDEN_WAIT_MS);
    else requestAnimationFrame(() => this.now());
  }

  now(): void {
    this.#waiting = false;
    this.#lastFlush = performance.now();
    this.#flush();
  }
}
