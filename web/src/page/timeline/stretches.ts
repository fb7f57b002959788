/**
 * The stretches of a task's life, which its lane shows: in order of time, without gaps from creation to end. They are read from its
 * history one by one; there may be hundreds of thousands.
 */
import { countUpTo } from '../rewind/search.ts';
import type { TaskHistory } from '../rewind/task-history.ts';
import { lineOf, type Place } from './places.ts';

export interface Stretch {
  state: 'ready' | 'running' | 'suspended';
  start: number;
  /** `undefined` while it lasts. */
  end: number | undefined;
  /** What a suspended task waits for, as the runtime names it; else empty. */
  what: string;
  /** The task waited for, or 0. */
  awaited: number;
  /** Where it waits: the innermost of the program's own coroutines, if it is known. */
  place: Place | undefined;
}

export function stretchCount({ turns, ending }: TaskHistory): number {
  return turns.length - (ending === undefined ? 0 : 1);
}

export function startOf(task: TaskHistory, index: number): number {
  return task.timeAt(task.turns[index] ?? 0);
}

/** `Infinity` while it lasts. */
export function endOf(task: TaskHistory, index: number): number {
  const next = task.turns[index + 1];
  return next === undefined ? Infinity : task.timeAt(next);
}

export function stretchAt(task: TaskHistory, index: number): Stretch | undefined {
  const from = task.turns[index];
  if (from === undefined || index >= stretchCount(task)) return undefined;
  const { state } = task.turnFrom(from);
  if (state === 'ended') return undefined;
  const end = endOf(task, index);
  const span = { state, start: startOf(task, index), end: end === Infinity ? undefined : end };
  if (state !== 'suspended') return { ...span, what: '', awaited: 0, place: undefined };
  const { what, awaited, stack } = task.waitFrom(from);
  return { ...span, what, awaited, place: stack };
}

/** Where the stretch waits, or goes on from; else where the task was created: a line of the person's own text, if it is one. */
export function lineOfStretch(task: TaskHistory, index: number | undefined): number | undefined {
  const from = index === undefined ? undefined : task.turns[index];
  const place = from === undefined ? undefined : task.waitAt(from)?.stack;
  return lineOf(place ?? task.place);
}

/** The first stretch that is not over before `time`; their count if all are. */
export function firstAt(task: TaskHistory, time: number): number {
  let low = 0;
  let high = stretchCount(task);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(task, middle) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of rising positions come before `time`. */
export function countBefore(
  positions: readonly number[],
  times: ArrayLike<number>,
  length: number,
  time: number,
): number {
  // The latest time that is less; times are no whole numbers.
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return countUpTo(positions, low);
}
