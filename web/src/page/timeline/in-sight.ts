/** What of many things is drawn: of those that fall on one pixel one. It costs as much as there are pixels, however many there are. */
import type { EventTable } from '../rewind/event-table.ts';
import { countBefore } from './stretches.ts';
import { type Scale, toTime, toX } from './view.ts';

/** @param positions in the table, rising; each is given with where it lies, in pixels */
export function* inSight(
  positions: readonly number[],
  { times, length }: EventTable,
  scale: Scale,
): Generator<[position: number, x: number], void, undefined> {
  const from = (x: number): number => countBefore(positions, times, length, toTime(scale, x));
  for (let i = from(0); ;) {
    const position = positions[i];
    if (position === undefined) return;
    const x = toX(scale, times[position - 1] ?? 0);
    if (x > scale.width) return;
    yield [position, x];
    i = Math.max(i + 1, from(Math.floor(x) + 1));
  }
}

/** As many as that do not crowd: so several on one pixel may all be given. */
const fewEnough = 1_000;

/** As `inSight`, but all of them where they are few. */
export function* inSightOrAll(
  positions: readonly number[],
  table: EventTable,
  scale: Scale,
): Generator<[position: number, x: number], void, undefined> {
  const { times, length } = table;
  const from = countBefore(positions, times, length, toTime(scale, 0));
  const to = countBefore(positions, times, length, toTime(scale, scale.width));
  if (to - from > fewEnough) return yield* inSight(positions, table, scale);
  for (let i = from; i < to; i++) {
    const position = positions[i] ?? 0;
    yield [position, toX(scale, times[position - 1] ?? 0)];
  }
}
