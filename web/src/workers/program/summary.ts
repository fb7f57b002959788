/** Sums a run up over all its trace events, in constant memory. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { emptySummary, type RunSummary } from '../../protocol/messages.ts';

export class Summariser {
  readonly #sums: RunSummary = { ...emptySummary };
  /** Steps under way: an eager task's first one lies inside that of the task that made it. */
  #depth = 0;
  /** When the outermost of them began. */
  #began = 0;

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
        if (this.#depth === 0) this.#began = event.time;
        this.#depth += 1;
        break;
      case 'stepEnd':
        this.#endStep(event.time);
        break;
      case 'suspended':
      case 'woken':
      case 'cancelRequested':
      case 'done':
      case 'renamed':
      case 'frame':
      case 'dropped':
      case 'used':
      case 'timer':
        break;
    }
  }

  #endStep(time: number): void {
    // A program can forge its trace: an end without a beginning.
    if (this.#depth === 0) return;
    this.#depth -= 1;
    if (this.#depth === 0) this.#sums.busyMs += time - this.#began;
  }

  get sums(): RunSummary {
    return { ...this.#sums };
  }
}
