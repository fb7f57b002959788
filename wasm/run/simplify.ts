/** Leaves out of a schedule what it does not need. Model: delta debugging (Zeller). */
import type { Deviation } from '../api/schedules.ts';

/**
 * @param gives runs a schedule; resolves to the deviations that came to be if the run gave the same, else to nothing
 * @returns one of which none can be left out alone
 */
export async function simplify(
  whole: readonly Deviation[],
  gives: (deviations: readonly Deviation[]) => Promise<readonly Deviation[] | undefined>,
): Promise<readonly Deviation[]> {
  let simplest = whole;
  for (let length = whole.length; length > 0; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let begin = 0; begin < simplest.length;) {
      const simpler = await gives([...simplest.slice(0, begin), ...simplest.slice(begin + length)]);
      if (simpler !== undefined && simpler.length < simplest.length) simplest = simpler;
      else begin += length;
    }
  }
  return simplest;
}
