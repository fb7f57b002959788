/** Sends trace events to the page in few messages, no more than it can take; past a limit they are only counted. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { batchEvents, mostEvents } from '../../protocol/limits.ts';
import type { RunSummary } from '../../protocol/messages.ts';
import { Outlet } from './outlet.ts';
import { Summariser } from './summary.ts';

const longestWaitMs = 40;
/** All that is kept of a run, in characters of its strings and so many for each event. */
const mostSize = 64 << 20;
const batchSize = 1 << 20;
const eventSize = 64;

export class TraceSender {
  readonly outlet = new Outlet();
  readonly #summariser = new Summariser();
  #events: TraceEvent[] = [];
  #kept = 0;
  #keptSize = 0;
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
      if (this.#kept >= mostEvents || this.#keptSize >= mostSize) continue;
      this.#kept += 1;
      this.#keptSize += sizeOf(event);
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
    for (let size = 0; count < Math.min(batchEvents, this.#events.length) && size < batchSize; count++) {
      const event = this.#events[count];
      if (event !== undefined) size += sizeOf(event);
    }
    this.outlet.posted(this.#now());
    this.#post(this.#events.splice(0, count), this.#summariser.sums);
  }
}

function sizeOf(event: TraceEvent): number {
  let size = eventSize;
  for (const value of Object.values(event)) if (typeof value === 'string') size += value.length;
  return size;
}
