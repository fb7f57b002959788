/** Puts a lane and its segments into words, for labels, the hover and the screen reader. */
import { isSourceFile } from '../editor/markers.ts';
import { duration } from '../output/outcome.ts';
import type { Lane, Segment } from './model.ts';
import type { Place } from './places.ts';

export type LaneState = 'ready' | 'running' | 'suspended' | 'returned' | 'failed' | 'cancelled';

export function laneState(lane: Lane): LaneState {
  return lane.ending?.outcome ?? lane.segments.at(-1)?.state ?? 'ready';
}

export function describeLane(lane: Lane): string {
  const state = laneState(lane);
  return `${lane.name}, ${state === 'suspended' ? 'waiting' : state}`;
}

/** The line of the person's own file: one of another file would mislead. */
export function lineOf(place: Place | undefined): number | undefined {
  return place !== undefined && place.line > 0 && isSourceFile(place.file) ? place.line : undefined;
}

/** "waiting for sleep, 1.00 s, line 12" */
export function describeSegment(segment: Segment, now: number, nameOf: (task: number) => string): string {
  const lasted = duration((segment.end ?? now) - segment.start);
  const line = lineOf(segment.place);
  const at = line === undefined ? '' : `, line ${line}`;
  switch (segment.state) {
    case 'ready':
      return `ready to run, ${lasted}`;
    case 'running':
      return `running, ${lasted}`;
    case 'suspended':
      return `waiting for ${whatFor(segment, nameOf)}, ${lasted}${at}`;
  }
}

function whatFor(segment: Segment, nameOf: (task: number) => string): string {
  const awaited = segment.awaited === 0 ? '' : nameOf(segment.awaited);
  if (segment.what === '') return awaited === '' ? 'the event loop' : awaited;
  return awaited === '' || awaited === segment.what ? segment.what : `${segment.what} (${awaited})`;
}

export function describeEnding(lane: Lane): string {
  if (lane.ending === undefined) return '';
  const { outcome, type, message, time } = lane.ending;
  const why = outcome === 'failed' ? ` with ${type}${message === '' ? '' : `: ${message}`}` : '';
  return `${outcome}${why} at ${duration(time)}`;
}
