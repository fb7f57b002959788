/**
 * The orders of a program, one after the other, each once: first in, first out; then each single deviation from it; then pairs,
 * and so on. What comes after a deviation can be deviated from again, so each order has one parent, and is found once.
 */
import type { Deviation } from '../api/schedules.ts';
import type { ChoicePoint } from './scheduler.ts';

interface Parent {
  deviations: readonly Deviation[];
  points: readonly ChoicePoint[];
}

/** How many deviations a run could have taken after its last one. */
function choicesOf(points: readonly ChoicePoint[]): number {
  return points.reduce((sum, { picks }) => sum + picks, 0);
}

export class Orders {
  readonly #most: number;
  /** Those whose children come next; the first of them is at work. */
  readonly #parents: Parent[] = [];
  #point = 0;
  #pick = 0;
  /** How many of a parent's children are passed over for each that is tried. */
  #stride = 1;
  #waiting = 0;
  /** Whether some of them are left out. */
  cut = false;

  /** @param most so many orders are asked for: of more single deviations than that some are tried, evenly spread */
  constructor(most: number) {
    this.#most = most;
  }

  /** Tells of a run: what could have been chosen after its last deviation. */
  add(deviations: readonly Deviation[], points: readonly ChoicePoint[]): void {
    const last = deviations.at(-1);
    const after = points.filter(({ iteration, slot }) => isAfter({ iteration, slot }, last));
    if (after.length === 0) return;
    const choices = choicesOf(after);
    if (deviations.length === 0) this.#stride = Math.max(1, Math.ceil(choices / this.#most));
    if (this.#stride > 1) this.cut = true;
    if (deviations.length > 0 && this.cut) return;
    if (this.#waiting > this.#most) {
      this.cut = true;
      return;
    }
    this.#waiting += choices;
    this.#parents.push({ deviations, points: after });
  }

  /** The next one to try, or nothing. */
  next(): Deviation[] | undefined {
    for (let skip = this.#stride; ; skip--) {
      const found = this.#advance();
      if (found === undefined || skip === 1) return found;
    }
  }

  #advance(): Deviation[] | undefined {
    const [parent] = this.#parents;
    if (parent === undefined) return undefined;
    const point = parent.points[this.#point];
    if (point === undefined) {
      this.#parents.shift();
      this.#point = this.#pick = 0;
      return this.#advance();
    }
    this.#pick += 1;
    if (this.#pick > point.picks) {
      this.#point += 1;
      this.#pick = 0;
      return this.#advance();
    }
    this.#waiting -= 1;
    const { iteration, slot } = point;
    return [...parent.deviations, { iteration, slot, pick: this.#pick }];
  }
}

type Place = Pick<Deviation, 'iteration' | 'slot'>;

function isAfter(place: Place, last: Place | undefined): boolean {
  if (last === undefined) return true;
  return place.iteration > last.iteration || (place.iteration === last.iteration && place.slot > last.slot);
}
