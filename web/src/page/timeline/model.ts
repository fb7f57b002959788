/** A run as lanes: what `build.ts` makes of trace events and `TimelinePane` draws. Times are milliseconds since the run began. */
import type { Place } from './places.ts';

export type SegmentState = 'ready' | 'running' | 'suspended';

/** A stretch of a task's life. Lanes hold them in order of time, without gaps from creation to end. */
export interface Segment {
  state: SegmentState;
  start: number;
  /** `undefined` while it lasts. */
  end: number | undefined;
  /** What a suspended task waits for, as the runtime names it; else empty. */
  what: string;
  /** The task waited for, or 0. */
  awaited: number;
  /** Where it waits: the innermost of the program's own coroutines, if it is known. */
  place: Place | undefined;
}

export type Mark =
  | { kind: 'output'; time: number; stream: 'stdout' | 'stderr'; text: string }
  | { kind: 'cancelRequested'; time: number; by: number; message: string };

export interface Ending {
  time: number;
  outcome: 'returned' | 'failed' | 'cancelled';
  /** The exception's type and text; empty unless it failed. */
  type: string;
  message: string;
}

export interface Lane {
  task: number;
  name: string;
  parent: number;
  /** The call that created the task, within its parent's coroutines, if it is known. */
  place: Place | undefined;
  created: number;
  ending: Ending | undefined;
  segments: Segment[];
  marks: Mark[];
}

export interface Timeline {
  /** In order of creation. */
  lanes: readonly Lane[];
  /** The time of the latest event. */
  end: number;
  /** Changes with each addition: lanes are extended in place, so identity does not tell. */
  revision: number;
}

export const emptyTimeline: Timeline = { lanes: [], end: 0, revision: 0 };
