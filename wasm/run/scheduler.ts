/**
 * Says in which order a program's loops run what is ready: JavaScript's side of the import `order` (docs/host-abi.md), by the
 * rules of core/src/schedule/scheduler.hpp. What the program tells is bounded: it is believed nothing.
 */
import { mostDeviations, type Deviation, type Schedule } from '../api/schedules.ts';
import { Chance } from './chance.ts';

/** What `order` is told in place of a task. */
export const nextInOrder = -1;

/** Where another one could have been chosen instead of the first: `picks` of them. */
export interface ChoicePoint {
  iteration: number;
  slot: number;
  picks: number;
}

/** A deviation that came to be: which task came before which one; 0: a timer. */
export interface Taken extends Deviation {
  first: number;
  second: number;
  /** Milliseconds since the run began, by the loop's clock. */
  time: number;
}

/** Points past so many are not kept: nobody tries them all. */
const mostPoints = 100_000;
/** An iteration that runs more than that runs the rest of it in its order. */
const mostNodes = 1 << 20;

export class Scheduler {
  readonly points: ChoicePoint[] = [];
  readonly taken: Taken[] = [];
  /** How many deviations came to be, those past the limit included. */
  takenCount = 0;
  /** By the place of the decision: the pick. */
  readonly #given = new Map<number, number>();
  readonly #chance: Chance | undefined;
  #iteration = 0;
  #slot = 0;
  /** Those of the iteration that may change places, in the order that they get; so many of them have it. */
  #nodes: number[] = [];
  #placed = 0;

  constructor(schedule: Schedule) {
    if (schedule.kind === 'seed') this.#chance = new Chance(schedule.seed);
    else for (const given of schedule.deviations) this.#given.set(keyOf(given), given.pick);
  }

  /**
   * @param task one that is ready; or `nextInOrder`: how many of those that were told are to be passed over?
   * @param now gives the loop's time
   */
  order(iteration: number, task: number, now: () => number): number {
    if (iteration !== this.#iteration) this.#begin(iteration);
    if (task === nextInOrder) return this.#next(now);
    if (this.#nodes.length < mostNodes) this.#nodes.push(task);
    return 0;
  }

  #begin(iteration: number): void {
    this.#iteration = iteration;
    this.#slot = 0;
    this.#nodes = [];
    this.#placed = 0;
  }

  #next(now: () => number): number {
    const point = { iteration: this.#iteration, slot: this.#slot++, picks: this.#nodes.length - this.#placed - 1 };
    const place = this.#placed++;
    if (point.picks <= 0) return 0;
    if (this.points.length < mostPoints) this.points.push(point);
    const pick = this.#pick(point);
    if (pick > 0) this.#take(place, point, pick, now());
    return pick;
  }

  #pick(point: ChoicePoint): number {
    if (this.#chance !== undefined) return this.#chance.below(point.picks + 1);
    return Math.min(this.#given.get(keyOf(point)) ?? 0, point.picks);
  }

  #take(place: number, { iteration, slot }: ChoicePoint, pick: number, time: number): void {
    const [second = 0, first = 0] = [this.#nodes[place], this.#nodes[place + pick]];
    this.#nodes.copyWithin(place + 1, place, place + pick);
    this.#nodes[place] = first;
    this.takenCount += 1;
    if (this.taken.length < mostDeviations) this.taken.push({ iteration, slot, pick, first, second, time });
  }
}

function keyOf({ iteration, slot }: Pick<Deviation, 'iteration' | 'slot'>): number {
  return iteration * mostNodes + slot;
}
