/** Puts a lane and its stretches into words, for labels, the hover and the screen reader. */
import { duration } from '../output/outcome.ts';
import type { TaskHistory } from '../rewind/task-history.ts';
import { placeWords } from './places.ts';
import type { Stretch } from './stretches.ts';

export type LaneState = 'ready' | 'running' | 'suspended' | 'returned' | 'failed' | 'cancelled';

/** "waiting for sleep, 1.00 s, line 12" */
export function describeStretch(stretch: Stretch, now: number, nameOf: (task: number) => string): string {
  const lasted = duration((stretch.end ?? now) - stretch.start);
  const where = stretch.place === undefined ? '' : placeWords(stretch.place);
  const at = where === '' ? '' : `, ${where}`;
  switch (stretch.state) {
    case 'ready':
      return `ready to run, ${lasted}`;
    case 'running':
      return `running, ${lasted}`;
    case 'suspended':
      return `waiting for ${whatFor(stretch, nameOf)}, ${lasted}${at}`;
  }
}

function whatFor(stretch: Stretch, nameOf: (task: number) => string): string {
  const awaited = stretch.awaited === 0 ? '' : nameOf(stretch.awaited);
  if (stretch.what === '') return awaited === '' ? 'the event loop' : awaited;
  return awaited === '' || awaited === stretch.what ? stretch.what : `${stretch.what} (${awaited})`;
}

export function describeEnding({ ending }: TaskHistory): string {
  if (ending === undefined) return '';
  const { outcome, type, message, time } = ending;
  const why = outcome === 'failed' ? ` with ${type}${message === '' ? '' : `: ${message}`}` : '';
  return `${outcome}${why} at ${duration(time)}`;
}
