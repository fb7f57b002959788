/** How much happened when, for the overview of the whole run. */
import { countUpTo } from '../rewind/search.ts';

/**
 * @param times of the events, never falling
 * @returns for each of `columns` equal parts of the run: how many events came in it, against the most of them, 0 to 1; the root of
 * it, so that a few are seen beside many
 */
export function densityOf(times: ArrayLike<number>, length: number, end: number, columns: number): number[] {
  const counts: number[] = [];
  let before = 0;
  for (let column = 1; column <= columns; column++) {
    const until = column === columns ? length : countUpTo(times, (end * column) / columns, length);
    counts.push(until - before);
    before = until;
  }
  const most = Math.max(1, ...counts);
  return counts.map((count) => Math.sqrt(count / most));
}
