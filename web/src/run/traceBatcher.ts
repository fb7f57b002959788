/** Gathers trace events into few messages, inside the run's Worker; past a limit it only counts them. */
import type { TraceEvent } from '../../../wasm/js/types.ts';
import type { RunSummary } from '../protocol/messages.ts';
import { Summariser } from './summary.ts';

/** The page keeps so many events of one run: some 60 MB there, and a second of work for a run that makes millions. */
export const MOST_EVENTS = 300_000;
const BATCH = 2_000;
const LONGEST_WAIT_MS = 40;

export class TraceBatcher {
  readonly #summariser = new Summariser();
  #events: TraceEvent[] = [];
  #kept = 0;
  #lastPost = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #post: (events: TraceEvent[], summary: RunSummary) => void;
  readonly #now: () => number;

  constructor(post: (events: TraceEvent[], summary: RunSummary) => void, now: () => number = () => performance.now()) {
    this.#post = post;
    this.#now = now;
  }

  add(events: readonly TraceEvent[]): void {
    for (const event of events) {
      this.#summariser.add(event);
      if (this.#kept < MOST_EVENTS) {
        this.#kept += 1;
        this.#events.push(event);
      }
    }
    const late = this.#now() - this.#lastPost >= LONGEST_WAIT_MS;
    if (late || this.#events.length >= BATCH) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), LONGEST_WAIT_MS);
  }

  /** Also when no event is kept any more: the summary goes on. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const events = this.#events;
    this.#events = [];
    this.#lastPost = this.#now();
    this.#post(events, this.#summariser.sums);
  }

  get summary(): RunSummary {
    return this.#summariser.sums;
  }
}
