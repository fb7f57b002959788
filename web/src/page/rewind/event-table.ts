/**
 * The events of a run as columns of numbers: an object for each of a million events would take the page's memory, and its time to
 * collect them. A row is an event; its position is its row's number and one.
 */

/** What a task does from an event on; 0 for an event that changes nothing of that. */
export const turnStates = ['none', 'ready', 'running', 'suspended', 'ended'] as const;
export type TurnState = Exclude<(typeof turnStates)[number], 'none'>;
export const ready = 1;
export const running = 2;
export const suspended = 3;
export const ended = 4;

const firstRoom = 1_024;

/**
 * What the values of a row are. `suspended`, and the end of the step where the wait begins: a text, what for; the task waited for;
 * a place. `woken`: by whom. `cancelRequested`: by whom; a text, the message. Where a task gets ready `b` is the position at which
 * it got its place in the queue.
 */
export class EventTable {
  length = 0;
  /** Milliseconds since the run began, never falling. */
  times = new Float64Array(firstRoom);
  /** By the numbers above. */
  states = new Uint8Array(firstRoom);
  /** The task that the event is about, or 0. */
  tasks = new Uint32Array(firstRoom);
  a = new Uint32Array(firstRoom);
  b = new Uint32Array(firstRoom);
  c = new Uint32Array(firstRoom);

  /** @returns the position of the new row */
  push(time: number, task: number): number {
    const row = this.length;
    if (row === this.times.length) this.#grow();
    this.times[row] = Math.max(time, row === 0 ? 0 : (this.times[row - 1] ?? 0));
    this.tasks[row] = task;
    this.length = row + 1;
    return this.length;
  }

  /** When the event of a position came; 0 before the first. */
  timeAt(position: number): number {
    return position > 0 ? (this.times[position - 1] ?? 0) : 0;
  }

  #grow(): void {
    const room = 2 * this.times.length;
    const grown = <T extends Float64Array | Uint32Array | Uint8Array>(larger: T, old: T): T => {
      larger.set(old);
      return larger;
    };
    this.times = grown(new Float64Array(room), this.times);
    this.states = grown(new Uint8Array(room), this.states);
    this.tasks = grown(new Uint32Array(room), this.tasks);
    this.a = grown(new Uint32Array(room), this.a);
    this.b = grown(new Uint32Array(room), this.b);
    this.c = grown(new Uint32Array(room), this.c);
  }
}

/** Texts by numbers, each once; 0 is the empty one. */
export class Texts {
  readonly #texts = [''];
  readonly #numbers = new Map([['', 0]]);

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  at(number: number): string {
    return this.#texts[number] ?? '';
  }
}
