/** The wake-ups of one task, as arrows from lane to lane. */
import type { History } from '../rewind/history.ts';
import type { Lane } from './model.ts';

export interface Arrow {
  time: number;
  /** Indices among the lanes that are shown. */
  from: number;
  to: number;
  /** Whether it is the task itself that is woken. */
  wakes: 'it' | 'another';
}

/** In order of time, as far as both lanes are shown. */
export function arrowsOf(history: History, task: number, lanes: readonly Lane[]): Arrow[] {
  const known = history.tasks.get(task);
  if (known === undefined) return [];
  const rows = new Map(lanes.map((lane, index) => [lane.task, index]));
  const arrow = (from: number, waker: number, woken: number): Arrow[] => {
    const [start, end] = [rows.get(waker), rows.get(woken)];
    if (start === undefined || end === undefined || start === end || from > history.length) return [];
    return [{ time: history.times[from - 1] ?? 0, from: start, to: end, wakes: woken === task ? 'it' : 'another' }];
  };
  return [
    ...known.wakes.flatMap(({ from, by }) => arrow(from, by, task)),
    ...known.woke.flatMap(({ from, task: woken }) => arrow(from, task, woken)),
  ].sort((a, b) => a.time - b.time);
}
