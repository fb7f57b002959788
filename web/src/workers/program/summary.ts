/** Sums a run up over all its trace events, in constant memory. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { emptySummary, type RunSummary } from '../../protocol/messages.ts';

export class Summariser {
  readonly #sums: RunSummary = { ...emptySummary };
  /** When the step under way began. Steps of one loop do not nest, so one slot is enough. */
  #stepBegan: number | undefined;

  add(event: TraceEvent): void {
    this.#sums.events += 1;
    switch (event.kind) {
      case 'iteration':
        this.#sums.iterations += 1;
        break;
      case 'created':
        this.#sums.tasks += 1;
        break;
      case 'stepBegin':
        this.#stepBegan = event.time;
        break;
      case 'stepEnd':
        if (this.#stepBegan !== undefined) this.#sums.busyMs += event.time - this.#stepBegan;
        this.#stepBegan = undefined;
        break;
      case 'suspended':
      case 'woken':
      case 'cancelRequested':
      case 'done':
      case 'renamed':
        break;
    }
  }

  get sums(): RunSummary {
    return { ...this.#sums };
  }
}
