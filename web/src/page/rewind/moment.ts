/** The run at an instant: what each task was doing, who was next, and at which lines they stood. */
import { isSourceFile } from '../editor/markers.ts';
import type { LaneState } from '../timeline/describe.ts';
import type { History } from './history.ts';
import type { TaskHistory, Turn, Wait } from './task-history.ts';
import { titleOf } from './titles.ts';

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
  const turn = task.turnAt(position);
  if (turn === undefined) return { state: 'none', from: 0, wait: undefined };
  const wait = turn.state === 'suspended' ? task.waitAt(position) : undefined;
  return { state: stateIn(task, turn), from: turn.from, wait };
}

export function stateAt(task: TaskHistory, position: number): StateAt {
  const turn = task.turnAt(position);
  return turn === undefined ? 'none' : stateIn(task, turn);
}

function stateIn({ ending }: TaskHistory, { state }: Turn): LaneState {
  return state === 'ended' ? (ending?.outcome ?? 'returned') : state;
}

export function momentAt(history: History, position: number): Moment {
  const moment: Moment = { running: [], ready: [], waiting: 0, ended: 0, stands: [] };
  const running = new Queue();
  const ready = new Queue();
  const stands = new Map<number, Stand>();
  for (const [index, task] of history.order.entries()) {
    if (task.created > position) break;
    const turn = task.turnAt(position);
    if (turn === undefined) continue;
    if (turn.state === 'ended') {
      moment.ended += 1;
      continue;
    }
    if (turn.state === 'running') running.add(turn.from, index);
    else if (turn.state === 'suspended') moment.waiting += 1;
    // An eager task begins at once, past the queue.
    else if (!(task.eager && turn.from === task.created)) ready.add(turn.queued, index);
    stand(stands, history, task, turn.state, position);
  }
  moment.running = running.inOrder(history);
  moment.ready = ready.inOrder(history);
  moment.stands = [...stands.values()].sort((a, b) => a.line - b.line);
  return moment;
}

/** More than there are tasks. */
const mostIndices = 2 ** 26;

/** Tasks by the positions since which they are in a state; as one number each, as those are sorted ten times as fast as pairs. */
class Queue {
  readonly #keys: number[] = [];

  add(since: number, index: number): void {
    this.#keys.push(since * mostIndices + index);
  }

  inOrder({ order }: History): number[] {
    return Array.from(Float64Array.from(this.#keys).sort(), (key) => order[key % mostIndices]?.task ?? 0);
  }
}

function stand(
  stands: Map<number, Stand>,
  history: History,
  task: TaskHistory,
  state: 'ready' | 'running' | 'suspended',
  position: number,
): void {
  const place = task.placeAt(position);
  if (place === undefined || place.line === 0 || !isSourceFile(place.file)) return;
  let there = stands.get(place.line);
  if (there === undefined) stands.set(place.line, (there = { line: place.line, count: 0, runs: false, tasks: [] }));
  there.count += 1;
  if (state === 'running') there.runs = true;
  if (there.tasks.length < mostNames) there.tasks.push({ task: task.task, name: titleOf(history, task), state });
}
