/** Going through a run by itself, at a pace. */
import { instantOfTime, step, type Instant, type StepBy } from './instant.ts';
import type { History } from './history.ts';

/** So many steps a second, whatever the run took for them; or so many of its seconds. */
export type Pace = { steps: number } | { times: number };

export const paces: readonly (readonly [label: string, pace: Pace])[] = [
  ['1 step/s', { steps: 1 }],
  ['4 steps/s', { steps: 4 }],
  ['20 steps/s', { steps: 20 }],
  ['100× slower', { times: 0.01 }],
  ['10× slower', { times: 0.1 }],
  ['as it ran', { times: 1 }],
  ['10× faster', { times: 10 }],
];

export interface Played {
  /** Nothing: the end of the run is reached. */
  instant: Instant | undefined;
  /** Milliseconds that are left over for the next time: less than a step takes. */
  restMs: number;
}

export function play(
  history: History,
  from: Instant,
  elapsedMs: number,
  pace: Pace,
  by: StepBy,
  task: number | undefined,
): Played {
  if ('times' in pace) {
    const next = instantOfTime(history, from.time + elapsedMs * pace.times);
    return { instant: next.position >= history.length ? undefined : next, restMs: 0 };
  }
  const stepMs = 1_000 / pace.steps;
  let restMs = elapsedMs;
  let instant: Instant | undefined = from;
  for (; instant !== undefined && restMs >= stepMs; restMs -= stepMs) instant = step(history, instant, by, 1, task);
  return { instant, restMs };
}
