/** Sends trace events to the page in few messages, no more than it can take; past a limit they are only counted. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { batchEvents, mostEvents, mostTasks } from '../../protocol/limits.ts';
import type { RunSummary } from '../../protocol/messages.ts';
import { Outlet } from './outlet.ts';
import { Summariser } from './summary.ts';

const longestWaitMs = 40;
/** In the strings of all that is kept of a run; and in one message. */
const mostCharacters = 64 << 20;
const batchCharacters = 1 << 20;

export class TraceSender {
  readonly outlet = new Outlet();
  readonly #summariser = new Summariser();
  #events: TraceEvent[] = [];
  #kept = 0;
  #tasks = 0;
  #keptCharacters = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Called when nothing waits any more. */
  #onEmpty: (() => void) | undefined;
  readonly #post: (events: TraceEvent[], summary: RunSummary) => void;
  readonly #now: () => number;

  constructor(post: (events: TraceEvent[], summary: RunSummary) => void, now: () => number = () => performance.now()) {
    this.#post = post;
    this.#now = now;
    this.outlet.onReady = () => this.#sendWhatMayLeave();
  }

  add(events: readonly TraceEvent[]): void {
    for (const event of events) {
      this.#summariser.add(event);
      if (this.#isFull) continue;
      this.#kept += 1;
      if (event.kind === 'created') this.#tasks += 1;
      this.#keptCharacters += charactersOf(event);
      this.#events.push(event);
    }
    if (this.#events.length >= batchEvents) this.#sendWhatMayLeave();
    else this.#timer ??= setTimeout(() => this.#sendWhatMayLeave(true), longestWaitMs);
  }

  /** Resolves when the page was sent all that is kept, at its pace. */
  drain(): Promise<void> {
    return new Promise((resolve) => {
      this.#onEmpty = resolve;
      this.#sendWhatMayLeave(true);
    });
  }

  /** More is only counted. */
  get #isFull(): boolean {
    return this.#kept >= mostEvents || this.#tasks >= mostTasks || this.#keptCharacters >= mostCharacters;
  }

  get summary(): RunSummary {
    return this.#summariser.sums;
  }

  /** @param rest also what does not fill a message */
  #sendWhatMayLeave(rest = this.#onEmpty !== undefined): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while ((rest ? this.#events.length > 0 : this.#events.length >= batchEvents) && this.outlet.mayPost(this.#now()))
      this.#sendBatch();
    if (this.#events.length === 0) this.#onEmpty?.();
    else this.#timer = setTimeout(() => this.#sendWhatMayLeave(true), longestWaitMs);
  }

  #sendBatch(): void {
    let count = 0;
    for (let size = 0; count < Math.min(batchEvents, this.#events.length) && size < batchCharacters; count++) {
      const event = this.#events[count];
      if (event !== undefined) size += charactersOf(event);
    }
    this.outlet.posted(this.#now());
    this.#post(this.#events.splice(0, count), this.#summariser.sums);
  }
}

function charactersOf(event: TraceEvent): number {
  let characters = 0;
  for (const key in event) {
    const value: unknown = event[key as keyof TraceEvent];
    if (typeof value === 'string') characters += value.length;
  }
  return characters;
}
