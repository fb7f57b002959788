/**
 * In which order a program's loop runs what is ready: first in, first out, except for some deviations, or by chance. The texts
 * are those of `ASYNCIO_SCHEDULE` and of `testing::parse_schedule`, and of links: never to be changed.
 */

/**
 * In an iteration of the loop, where `slot` of those that may change places have their turn, the next one is not the first of
 * those that are left but the `pick`-th after it.
 */
export interface Deviation {
  iteration: number;
  slot: number;
  pick: number;
}

export type Schedule = { kind: 'deviations'; deviations: readonly Deviation[] } | { kind: 'seed'; seed: number };

export const fifo: Schedule = { kind: 'deviations', deviations: [] };

/** More than that is no order that a person looks at; a schedule by chance is told by its seed. */
export const mostDeviations = 2_000;
/** The longest text of a schedule. */
export const scheduleText = 40_000;
const mostNumber = 0xffff_ffff;

/** "3.0:1,7.2:1", "fifo" or "seed=7" */
export function formatSchedule(schedule: Schedule): string {
  if (schedule.kind === 'seed') return `seed=${schedule.seed}`;
  const { deviations } = schedule;
  if (deviations.length === 0) return 'fifo';
  return deviations.map(({ iteration, slot, pick }) => `${iteration}.${slot}:${pick}`).join(',');
}

/** @returns nothing of what is no such text */
export function parseSchedule(text: string): Schedule | undefined {
  if (text === 'fifo') return fifo;
  if (text.length > scheduleText) return undefined;
  const [, seed] = /^seed=(\d{1,10})$/.exec(text) ?? [];
  if (seed !== undefined) return Number(seed) <= mostNumber ? { kind: 'seed', seed: Number(seed) } : undefined;
  const deviations = text.split(',').map(deviationOf);
  if (deviations.length > mostDeviations) return undefined;
  return deviations.every((deviation) => deviation !== undefined) ? { kind: 'deviations', deviations } : undefined;
}

function deviationOf(text: string): Deviation | undefined {
  const numbers = /^(\d{1,10})\.(\d{1,10}):(\d{1,10})$/.exec(text)?.slice(1).map(Number);
  if (numbers === undefined || numbers.some((number) => number > mostNumber)) return undefined;
  const [iteration = 0, slot = 0, pick = 0] = numbers;
  return { iteration, slot, pick };
}
