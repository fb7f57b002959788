/**
 * A run in the order of its events: who was in which state after how many of them. Times alone would not tell: a browser's clock
 * stands still for a tenth of a millisecond, a virtual one for whole iterations. A position is a number of events: what says
 * `from: 3` holds once three events have come.
 */
import { EventTable } from './event-table.ts';
import type { TaskHistory } from './task-history.ts';
import { Holdings } from './holdings.ts';

export interface History {
  /** How many events there are. What its lists hold of later ones is of the next value. */
  length: number;
  table: EventTable;
  /** Where iterations of the loop begin. */
  iterations: readonly number[];
  /** Where tasks ended by an exception or a cancellation. */
  unhappy: readonly number[];
  /** When a task came to a line of the program's own text, to wait there or to create another. */
  reached: ReadonlyMap<number, readonly number[]>;
  tasks: ReadonlyMap<number, TaskHistory>;
  /** In order of creation. */
  order: readonly TaskHistory[];
  /** How many tasks there are of each coroutine. */
  alike: ReadonlyMap<string, number>;
  /** Events before the first that are gone. */
  dropped: number;
  /** Locks and their like: who holds which, and who waits for it. */
  holdings: Holdings;
}

export const emptyHistory: History = {
  length: 0,
  table: new EventTable(),
  iterations: [],
  unhappy: [],
  reached: new Map(),
  tasks: new Map(),
  order: [],
  alike: new Map(),
  dropped: 0,
  holdings: new Holdings(),
};

/** When its latest event came. */
export function endOf({ table, length }: History): number {
  return table.timeAt(length);
}

/** The task that the event of a position is about, if it is known. */
export function taskOf({ table, tasks }: History, position: number): TaskHistory | undefined {
  return tasks.get(table.tasks[position - 1] ?? 0);
}
