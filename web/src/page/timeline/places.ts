/** The places at which coroutines stand, by the ids that the trace gives them. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { isSourceFile } from '../editor/markers.ts';

/** A coroutine at a line. Stretches that stand there share it. */
export interface Place {
  function: string;
  file: string;
  line: number;
  column: number;
  /** The coroutine that awaits this one. */
  caller: Place | undefined;
}

/** The line of the person's own file: one of another file would mislead. */
export function lineOf(place: Place | undefined): number | undefined {
  return place !== undefined && place.line > 0 && isSourceFile(place.file) ? place.line : undefined;
}

/** "line 12" of the person's own file, "server.cpp:12" of another; empty if it is not known. */
export function placeWords({ file, line }: Pick<Place, 'file' | 'line'>): string {
  if (line === 0) return '';
  return isSourceFile(file) ? `line ${line}` : `${file.slice(file.lastIndexOf('/') + 1)}:${line}`;
}

export class Places {
  readonly #numbers = new Map<number, number>();
  readonly #places: (Place | undefined)[] = [undefined];

  /** A program can forge its trace: a caller that comes later is none, so there are no circles. */
  add({ frame, caller, function: name, file, line, column }: Extract<TraceEvent, { kind: 'frame' }>): void {
    // No frame has this id.
    if (frame === 0) return;
    this.#numbers.set(frame, this.#places.length);
    this.#places.push({ function: name, file, line, column, caller: this.get(caller) });
  }

  /** @returns nothing for 0, and for an id that was not told */
  get(id: number): Place | undefined {
    return this.at(this.numberOf(id));
  }

  /** The number by which `at` knows it later on, when the id may mean another; 0: none. */
  numberOf(id: number): number {
    return this.#numbers.get(id) ?? 0;
  }

  at(number: number): Place | undefined {
    return this.#places[number];
  }
}
