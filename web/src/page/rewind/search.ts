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
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.from ?? Infinity) <= position) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
