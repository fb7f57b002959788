/** The places at which coroutines stand, by the ids that the trace gives them. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';

/** A coroutine at a line. Stretches that stand there share it. */
export interface Place {
  function: string;
  file: string;
  line: number;
  column: number;
  /** The coroutine that awaits this one. */
  caller: Place | undefined;
}

export class Places {
  readonly #byId = new Map<number, Place>();

  /** A program can forge its trace: a caller that comes later is none, so there are no circles. */
  add({ frame, caller, function: name, file, line, column }: Extract<TraceEvent, { kind: 'frame' }>): void {
    this.#byId.set(frame, { function: name, file, line, column, caller: this.#byId.get(caller) });
  }

  /** @returns nothing for 0, and for an id that was not told */
  get(id: number): Place | undefined {
    return this.#byId.get(id);
  }
}
