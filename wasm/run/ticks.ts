/** Lets a program's event loop run in slices: on JavaScript's event loop, or on this thread alone. */

/** Runs the program's loop for about so many milliseconds; see `asyncio_tick` in docs/host-abi.md. */
export type Tick = (budgetMs: number) => number;

/** A slice is short enough for timers and messages to be served in between. */
const budgetMs = 4;
const stopped = -1;
/** setTimeout takes a longer delay for none. */
const longestTimer = 2 ** 31 - 1;

/** Ticks as macrotasks until the loop stops. Rejects with what a tick throws. */
export class MacrotaskDriver {
  readonly #channel = new MessageChannel();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #posted = false;
  /** A tick is under way that waits for something. */
  #ticking = false;
  /** Something came meanwhile. */
  #woken = false;

  /** @param tick may give a promise: then no other tick begins before that is kept */
  drive(tick: (budgetMs: number) => number | Promise<number>): Promise<void> {
    return new Promise((resolve, reject) => {
      const step = (next: number): void => {
        if (this.#step(next)) resolve();
      };
      this.#channel.port1.onmessage = () => {
        this.#posted = false;
        try {
          const next = tick(budgetMs);
          if (typeof next === 'number') step(next);
          else this.#await(next, step).catch(reject);
        } catch (error) {
          reject(error);
        }
      };
      this.#post();
    });
  }

  async #await(next: Promise<number>, step: (next: number) => void): Promise<void> {
    this.#ticking = true;
    this.#woken = false;
    const answer = await next;
    this.#ticking = false;
    step(this.#woken && answer !== stopped ? 0 : answer);
  }

  /** Ticks soon, whatever the last tick has said: something came from outside. */
  wake(): void {
    this.#woken = true;
    if (this.#ticking) return;
    clearTimeout(this.#timer);
    this.#post();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#channel.port1.close();
  }

  /** Arranges the next tick. @returns true if there is none. */
  #step(next: number): boolean {
    if (next === stopped) return true;
    if (next === 0) this.#post();
    // The timer's callback posts a message rather than tick itself: a timer that is set from a timer's callback, over and
    // over, is held to 4 ms by browsers, one that is set from a message is not.
    else if (next !== Infinity) this.#timer = setTimeout(() => this.#post(), timerDelay(next));
    return false;
  }

  /** One message at a time: each tick may post the next. */
  #post(): void {
    if (this.#posted) return;
    this.#posted = true;
    this.#channel.port2.postMessage(undefined);
  }
}

/** Ticks until the loop stops, blocking the thread in between. For where there is no JSPI. */
export function driveBlocking(tick: Tick): void {
  for (;;) {
    const next = tick(budgetMs);
    if (next === stopped) return;
    if (next === Infinity) throw new Error('the program waits for the host, which has nothing to give');
    if (next > 0) sleep(timerDelay(next));
  }
}

/** Whole milliseconds, and never early. */
function timerDelay(ms: number): number {
  return Math.min(Math.ceil(ms), longestTimer);
}

function sleep(ms: number): void {
  const cell = sharedCell();
  if (cell) {
    Atomics.wait(cell, 0, 0, ms);
    return;
  }
  const end = performance.now() + ms;
  while (performance.now() < end);
}

let cached: Int32Array | null | undefined;

/** Something to wait on. A page without cross-origin isolation has no SharedArrayBuffer, but a shared memory holds one. */
function sharedCell(): Int32Array | null {
  if (cached === undefined) cached = makeSharedCell();
  return cached;
}

function makeSharedCell(): Int32Array | null {
  try {
    const cell = new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
    // Throws on a browser's main thread, which may not block.
    Atomics.wait(cell, 0, 0, 0);
    return cell;
  } catch {
    return null;
  }
}
