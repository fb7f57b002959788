/**
 * Back-pressure towards the page: says when the next message may leave.
 *
 * The page acknowledges what it has shown. A program that never yields keeps its Worker from hearing that; so without an
 * answer messages still leave, but ever more rarely, and the page is never sent more than it can show.
 */

/** So many messages may be on their way at once. */
const mostUnshown = 2;
const leastPatienceMs = 50;
const mostPatienceMs = 1_000;

export class Outlet {
  #onTheWay = 0;
  #patienceMs = leastPatienceMs;
  #lastPost = -Infinity;
  /** Called when a message may leave that might not before. */
  onReady: () => void = () => {};

  /** @param now milliseconds on the clock that all calls share */
  mayPost(now: number): boolean {
    return this.#onTheWay < mostUnshown || now - this.#lastPost >= this.#patienceMs;
  }

  posted(now: number): void {
    this.#onTheWay += 1;
    if (this.#onTheWay > mostUnshown) this.#patienceMs = Math.min(2 * this.#patienceMs, mostPatienceMs);
    this.#lastPost = now;
  }

  /** The page has shown a message. */
  acknowledged(): void {
    this.#onTheWay = Math.max(0, this.#onTheWay - 1);
    this.#patienceMs = leastPatienceMs;
    if (this.#onTheWay < mostUnshown) this.onReady();
  }
}
