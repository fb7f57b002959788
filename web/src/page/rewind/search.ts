/** Binary searches in what is in order of position or time. */

/** How many of the first `length` values are at most `limit`. */
export function countUpTo(values: readonly number[], limit: number, length = values.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The latest item that holds at a position. */
export function latestAt<T extends { from: number }>(items: readonly T[], position: number): T | undefined {
  const last = items.at(-1);
  // Most of what is asked for is the end of the run, or of the task.
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
