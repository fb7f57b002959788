/**
 * Back-pressure towards the page: says when the next message may leave.
 *
 * The page acknowledges what it has shown. A program that never yields keeps its Worker from hearing that; so without an
 * answer messages still leave, but ever more rarely, and the page is never sent more than it can show.
 */

/** So many messages may be on their way at once. */
const WINDOW = 2;
const LEAST_PATIENCE_MS = 50;
const MOST_PATIENCE_MS = 1_000;

export class Outlet {
  #onTheWay = 0;
  #patienceMs = LEAST_PATIENCE_MS;
  #lastPost = -Infinity;
  /** Called when a message may leave that might not before. */
  onReady: () => void = () => {};

  /** @param now milliseconds on the clock that all calls share */
  mayPost(now: number): boolean {
    return this.#onTheWay < WINDOW || now - this.#lastPost >= this.#patienceMs;
  }

  posted(now: number): void {
    this.#onTheWay += 1;
    if (this.#onTheWay > WINDOW) this.#patienceMs = Math.min(2 * this.#patienceMs, MOST_PATIENCE_MS);
    this.#lastPost = now;
  }

  /** The page has shown a message. */
  acknowledged(): void {
    this.#onTheWay = Math.max(0, this.#onTheWay - 1);
    this.#patienceMs = LEAST_PATIENCE_MS;
    if (this.#onTheWay < WINDOW) this.onReady();
  }
}
