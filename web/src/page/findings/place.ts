/** Where in the editor's text an event is from: the only place that knows how events tell theirs. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { lineOf, type Place, Places } from '../timeline/places.ts';

type Placed = Extract<TraceEvent, { kind: 'created' | 'suspended' }>;

export class Lines {
  readonly #places = new Places();

  /** Of all events, in their order: some say what others name. */
  add(event: TraceEvent): void {
    if (event.kind === 'frame') this.#places.add(event);
  }

  /** 0 where it is not from the text. */
  of(event: Placed): number {
    return lineOf(this.#places.get(event.place)) ?? 0;
  }

  /** Of a frame, or of the innermost caller that is from the text. */
  at(frame: number): number {
    return lineFrom(this.#places.get(frame));
  }
}

/** The innermost line of the text: a standard header's says nothing. 0: there is none. */
export function lineFrom(innermost: Place | undefined): number {
  for (let place = innermost; place !== undefined; place = place.caller) {
    const line = lineOf(place);
    if (line !== undefined) return line;
  }
  return 0;
}

/** Tasks that a runner makes for itself. */
export function isLibrarys({ place, coroutine }: Extract<TraceEvent, { kind: 'created' }>): boolean {
  return place === 0 && coroutine.startsWith('asyncio::');
}
