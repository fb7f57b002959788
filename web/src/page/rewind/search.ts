/** Binary searches in what is in order of position or time. */

/** How many of the first `length` values are at most `limit`. */
export function countUpTo(values: ArrayLike<number>, limit: number, length = values.length): number {
  let low = 0;
  let high = length;
  // Most of what is asked for is the end of the run, or of the task.
  if (high === 0 || (values[high - 1] ?? Infinity) <= limit) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The latest of rising positions that is not after `position`; 0 if there is none. */
export function latestOf(positions: readonly number[], position: number): number {
  return positions[countUpTo(positions, position) - 1] ?? 0;
}

/** The latest item that holds at a position, of items whose positions rise. */
export function latestAt<T extends { from: number }>(items: readonly T[], position: number): T | undefined {
  const last = items.at(-1);
  if (last === undefined || last.from <= position) return last;
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.from ?? Infinity) <= position) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
