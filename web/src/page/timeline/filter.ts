/** Which lanes are shown. */
import type { StateAt } from '../rewind/moment.ts';
import type { Lane } from './model.ts';

export type Kind = 'all' | 'failed' | 'cancelled' | 'waiting';

export interface Filter {
  /** Part of the name, in whatever case. */
  text: string;
  kind: Kind;
}

export const noFilter: Filter = { text: '', kind: 'all' };

/** @param stateOf what a task is doing at the instant that is shown: `waiting` is about that, the others about its end */
export function filterLanes(
  lanes: readonly Lane[],
  { text, kind }: Filter,
  stateOf: (lane: Lane) => StateAt,
): readonly Lane[] {
  const part = text.trim().toLowerCase();
  if (part === '' && kind === 'all') return lanes;
  return lanes.filter((lane) => lane.name.toLowerCase().includes(part) && isOf(lane, kind, stateOf));
}

function isOf(lane: Lane, kind: Kind, stateOf: (lane: Lane) => StateAt): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'waiting':
      return stateOf(lane) === 'suspended';
    case 'failed':
    case 'cancelled':
      return lane.ending?.outcome === kind;
  }
}
