/** The run at an instant: what each task was doing, who was next, and at which lines they stood. */
import { isSourceFile } from '../editor/markers.ts';
import type { LaneState } from '../timeline/describe.ts';
import type { History, Place, TaskHistory, Wait } from './history.ts';
import { latestAt } from './search.ts';

/** `none`: the task is not created yet. */
export type StateAt = LaneState | 'none';

export interface TaskAt {
  state: StateAt;
  /** Since which position. */
  from: number;
  /** What a suspended task waits for. */
  wait: Wait | undefined;
}

const mostNames = 10;

/** A line of the program's text, and who stands there. */
export interface Stand {
  line: number;
  count: number;
  /** Whether one of them runs. */
  runs: boolean;
  /** The first of them: of many nobody reads more. */
  tasks: { task: number; name: string; state: 'ready' | 'running' | 'suspended' }[];
}

export interface Moment {
  /** The innermost last: an eager task's first step lies inside that of its parent. */
  running: number[];
  /** In the order in which they will run. */
  ready: number[];
  waiting: number;
  ended: number;
  /** In the order of the text. */
  stands: Stand[];
}

export function taskAt(task: TaskHistory, position: number): TaskAt {
  const turn = latestAt(task.turns, position);
  if (turn === undefined) return { state: 'none', from: 0, wait: undefined };
  if (turn.state === 'ended') return { state: task.ending?.outcome ?? 'returned', from: turn.from, wait: undefined };
  return { state: turn.state, from: turn.from, wait: turn.state === 'suspended' ? waitAt(task, position) : undefined };
}

export function waitAt(task: TaskHistory, position: number): Wait | undefined {
  return latestAt(task.waits, position);
}

/** Where a living task was seen last: it waits there, goes on from there, or created another there. */
export function placeAt(task: TaskHistory, position: number): Place | undefined {
  const wait = waitAt(task, position);
  if (task.creations.length === 0) return wait;
  const creation = latestAt(task.creations, position);
  return creation !== undefined && creation.from > (wait?.from ?? 0) ? creation : wait;
}

export function momentAt(history: History, position: number): Moment {
  const moment: Moment = { running: [], ready: [], waiting: 0, ended: 0, stands: [] };
  const running: [from: number, task: number][] = [];
  const ready: [queued: number, task: number][] = [];
  const stands = new Map<number, Stand>();
  for (const task of history.order) {
    if (task.created > position) break;
    const turn = latestAt(task.turns, position);
    if (turn === undefined) continue;
    if (turn.state === 'ended') {
      moment.ended += 1;
      continue;
    }
    if (turn.state === 'running') running.push([turn.from, task.task]);
    else if (turn.state === 'suspended') moment.waiting += 1;
    // An eager task begins at once, past the queue.
    else if (!(task.eager && turn.from === task.created)) ready.push([turn.queued, task.task]);
    stand(stands, task, turn.state, placeAt(task, position));
  }
  moment.running = inOrder(running);
  moment.ready = inOrder(ready);
  moment.stands = [...stands.values()].sort((a, b) => a.line - b.line);
  return moment;
}

function inOrder(pairs: [at: number, task: number][]): number[] {
  return pairs.sort(([a], [b]) => a - b).map(([, task]) => task);
}

function stand(
  stands: Map<number, Stand>,
  { task, name }: TaskHistory,
  state: 'ready' | 'running' | 'suspended',
  place: Place | undefined,
): void {
  if (place === undefined || place.line === 0 || !isSourceFile(place.file)) return;
  let there = stands.get(place.line);
  if (there === undefined) stands.set(place.line, (there = { line: place.line, count: 0, runs: false, tasks: [] }));
  there.count += 1;
  if (state === 'running') there.runs = true;
  if (there.tasks.length < mostNames) there.tasks.push({ task, name, state });
}
