/** A run as it is kept for a comparison. */
import type { Clock } from '../../../../wasm/api/types.ts';
import { linesOf } from '../output/log.ts';
import { clockWords } from '../run/clocks.ts';
import { endOf, type History } from '../rewind/history.ts';
import type { RunResults } from '../session/results.svelte.ts';
import { actsOf, type Act } from './acts.ts';

export interface RunRecord {
  /** The text that ran. */
  source: string;
  clock: Clock;
  schedule: string | undefined;
  history: History;
  acts: readonly Act[];
  /** How far its clock has come. */
  end: number;
  /** What it wrote, and how it failed. */
  lines: readonly string[];
}

/** @returns nothing where there is no run */
export function recordOf(results: RunResults): RunRecord | undefined {
  const { source, clock, schedule, history, log, ended } = results;
  if (history.length === 0) return undefined;
  const lines = linesOf(log).flatMap(({ kind, text }) => (kind === 'info' ? [] : [text]));
  const end = Math.max(endOf(history), ended?.clockMs ?? 0);
  return { source, clock, schedule, history, acts: actsOf(results.events()), end, lines };
}

/** "schedule 2.0:1", or "Instant clock" */
export function aboutRun({ clock, schedule }: Pick<RunRecord, 'clock' | 'schedule'>): string {
  return schedule === undefined ? `${clockWords[clock].title} clock` : `schedule ${schedule.slice(0, 40)}`;
}
