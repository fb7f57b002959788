/** The wake-ups of one task, as arrows from lane to lane. */
import type { History } from '../rewind/history.ts';
import { inSightOrAll } from './in-sight.ts';
import type { Scale } from './view.ts';

export interface Arrow {
  /** In pixels. */
  x: number;
  /** Indices among the rows that are shown. */
  from: number;
  to: number;
  /** Whether it is the task itself that is woken. */
  wakes: 'it' | 'another';
}

/**
 * As far as both lanes are shown, and no more of them than can be seen.
 * @param rowOf the row of a task; nothing if it is not shown
 */
export function arrowsOf(
  { table, tasks, length }: History,
  task: number,
  rowOf: (task: number) => number | undefined,
  scale: Scale,
): Arrow[] {
  const known = tasks.get(task);
  const own = rowOf(task);
  if (known === undefined || own === undefined) return [];
  const arrows: Arrow[] = [];
  const add = (from: number | undefined, to: number | undefined, x: number, wakes: Arrow['wakes']): void => {
    if (from === undefined || to === undefined || from === to) return;
    const arrow = { x: Math.round(x), from, to, wakes };
    const last = arrows.at(-1);
    if (last?.x !== arrow.x || last.from !== from || last.to !== to) arrows.push(arrow);
  };
  for (const [position, x] of inSightOrAll(known.wakes, table, scale))
    if (position <= length) add(rowOf(table.a[position - 1] ?? 0), own, x, 'it');
  for (const [position, x] of inSightOrAll(known.woke, table, scale))
    if (position <= length) add(own, rowOf(table.tasks[position - 1] ?? 0), x, 'another');
  return arrows;
}
