/** The first point where two runs part: until then the same tasks did the same in the same order. */
import { duration } from '../output/outcome.ts';
import type { Act } from './acts.ts';

export interface Parting {
  /** How many acts both have in common. */
  common: number;
  /** What each does next; absent: it has ended. */
  a: Act | undefined;
  b: Act | undefined;
}

/** @returns nothing of runs that do not part */
export function partingOf(a: readonly Act[], b: readonly Act[]): Parting | undefined {
  let common = 0;
  while (common < a.length && common < b.length && isSame(a[common], b[common])) common += 1;
  if (common === a.length && common === b.length) return undefined;
  return { common, a: a[common], b: b[common] };
}

/** Lines are left out: an edit moves them. */
function isSame(one: Act | undefined, other: Act | undefined): boolean {
  return one?.task === other?.task && one?.what === other?.what;
}

/** "The same for 12 steps. Then, at 1.00 s, A: Task-7 (pay_in) runs, line 9. B: …" */
export function partingText(parting: Parting | undefined): string {
  if (parting === undefined) return 'The tasks of both runs do the same, in the same order.';
  const { common, a, b } = parting;
  const before =
    common === 0
      ? 'They differ from the beginning.'
      : `The same for ${common === 1 ? '1 step' : `${common.toLocaleString('en')} steps`}.`;
  return `${before} Then A: ${actText(a)}. B: ${actText(b)}.`;
}

function actText(act: Act | undefined): string {
  if (act === undefined) return 'has ended';
  const line = act.line > 0 ? `, line ${act.line}` : '';
  return `${act.task} ${act.what} at ${duration(act.time)}${line}`;
}
