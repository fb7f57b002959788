/** Instants of a run, and the ways from one to another. */
import { countUpTo } from './search.ts';
import type { History } from './history.ts';

export interface Instant {
  /** So many events have come. */
  position: number;
  /** Milliseconds since the run began: of the latest of them, or later, but before the next. */
  time: number;
}

/** What one step goes over. `task`: to the next thing that was told of the selected task. */
export type StepBy = 'event' | 'iteration' | 'task';
export type Direction = 1 | -1;

export function instantAt(history: History, position: number): Instant {
  const at = Math.min(Math.max(0, Math.round(position)), history.length);
  return { position: at, time: history.table.timeAt(at) };
}

export function instantOfTime(history: History, time: number): Instant {
  return { position: countUpTo(history.table.times, time, history.length), time: Math.max(0, time) };
}

/** @returns nothing where there is no further step; forwards that is the end of the run */
export function step(
  history: History,
  from: Instant,
  by: StepBy,
  direction: Direction,
  task: number | undefined,
): Instant | undefined {
  const stops = stopsOf(history, by, task);
  if (stops === undefined) {
    const next = from.position + direction;
    return next < 0 || next > history.length ? undefined : instantAt(history, next);
  }
  const passed = countUpTo(stops, from.position);
  if (direction === 1) return goTo(history, stops[passed]);
  // Where it stands already is not a step back.
  const before = stops[passed - 1] === from.position ? passed - 2 : passed - 1;
  return goTo(history, stops[before] ?? (from.position > 0 ? 0 : undefined));
}

function goTo(history: History, position: number | undefined): Instant | undefined {
  return position === undefined || position > history.length ? undefined : instantAt(history, position);
}

/** Nothing: it stops at every event. */
function stopsOf(history: History, by: StepBy, task: number | undefined): readonly number[] | undefined {
  switch (by) {
    case 'event':
      return undefined;
    case 'iteration':
      return history.iterations;
    case 'task':
      return task === undefined ? undefined : history.tasks.get(task)?.events;
  }
}

/** The next time that a task comes to a line, to wait there or to create another. */
export function nextReached(history: History, line: number, position: number): Instant | undefined {
  const times = history.reached.get(line) ?? [];
  return goTo(history, times[countUpTo(times, position)]);
}
