/**
 * A run in the order of its events: who was in which state after how many of them. Times alone would not tell: a browser's clock
 * stands still for a tenth of a millisecond, a virtual one for whole iterations. A position is a number of events: what says
 * `from: 3` holds once three events have come.
 */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { isSourceFile } from '../editor/markers.ts';
import { lineFrom } from '../findings/place.ts';
import { Places } from '../timeline/places.ts';
import { Holdings, HoldingsBuilder } from './holdings.ts';

export interface Place {
  file: string;
  /** 0 if it is not known. */
  line: number;
}

export interface Turn {
  from: number;
  state: 'ready' | 'running' | 'suspended' | 'ended';
  /** Of a ready task: the position at which it got its place in the queue. */
  queued: number;
}

export interface Wait extends Place {
  from: number;
  what: string;
  /** The task waited for, or 0. */
  awaited: number;
}

export interface Wake {
  from: number;
  /** The task whose step did it, or 0: a timer, a callback, the host. */
  by: number;
}

export interface CancelRequest extends Wake {
  message: string;
}

export interface Ending {
  from: number;
  outcome: 'returned' | 'failed' | 'cancelled';
  type: string;
  message: string;
}

export interface TaskHistory extends Place {
  task: number;
  /** The latest one, as the lanes show it. */
  name: string;
  parent: number;
  eager: boolean;
  created: number;
  turns: Turn[];
  waits: Wait[];
  wakes: Wake[];
  /** Whom it woke, and when. */
  woke: { from: number; task: number }[];
  /** What it created, and where. */
  creations: (Place & { from: number; task: number })[];
  cancels: CancelRequest[];
  ending: Ending | undefined;
  /** After which positions something was told of it. */
  events: number[];
}

export interface History {
  /** How many events there are. */
  length: number;
  /** When each event came, never falling. */
  times: readonly number[];
  /** Where iterations of the loop begin. */
  iterations: readonly number[];
  /** Where tasks ended by an exception or a cancellation. */
  unhappy: readonly { from: number; outcome: 'failed' | 'cancelled' }[];
  /** When a task came to a line of the program's own text, to wait there or to create another. */
  reached: ReadonlyMap<number, readonly number[]>;
  tasks: ReadonlyMap<number, TaskHistory>;
  /** In order of creation. */
  order: readonly TaskHistory[];
  /** Locks and their like: who holds which, and who waits for it. */
  holdings: Holdings;
}

export const emptyHistory: History = {
  length: 0,
  times: [],
  iterations: [],
  unhappy: [],
  reached: new Map(),
  tasks: new Map(),
  order: [],
  holdings: new Holdings(),
};

const nowhere: Place = { file: '', line: 0 };

/** A yield waits for nothing: nobody wakes it. */
const nothing = 'sleep(0)';

export class HistoryBuilder {
  readonly #times: number[] = [];
  readonly #iterations: number[] = [];
  readonly #unhappy: { from: number; outcome: 'failed' | 'cancelled' }[] = [];
  readonly #reached = new Map<number, number[]>();
  readonly #tasks = new Map<number, TaskHistory>();
  readonly #order: TaskHistory[] = [];
  readonly #places = new Places();
  readonly #holdings = new HoldingsBuilder();
  /** Of tasks that said what they wait for, or were woken, until their step ends: what comes then. */
  readonly #next = new Map<number, Pick<Turn, 'state' | 'queued'>>();

  /** The arrays of the value grow on with later events; its length does not. */
  get history(): History {
    return {
      length: this.#times.length,
      times: this.#times,
      iterations: this.#iterations,
      unhappy: this.#unhappy,
      reached: this.#reached,
      tasks: this.#tasks,
      order: this.#order,
      holdings: this.#holdings.holdings,
    };
  }

  /** A program can forge its trace: time then stands still where it would go back, and what makes no sense changes nothing. */
  add(events: Iterable<TraceEvent>): void {
    for (const event of events) {
      // Nothing happens by those: no step leads there.
      if (event.kind === 'dropped' || event.kind === 'timer') continue;
      if (event.kind === 'used') {
        this.#holdings.add(event, this.#times.length, (frame) => lineFrom(this.#places.get(frame)));
        continue;
      }
      if (event.kind === 'frame') {
        this.#places.add(event);
        continue;
      }
      this.#times.push(Math.max(event.time, this.#times.at(-1) ?? 0));
      this.#apply(event, this.#times.length);
    }
  }

  #apply(event: Exclude<TraceEvent, { kind: 'frame' | 'dropped' | 'timer' | 'used' }>, from: number): void {
    if (event.kind === 'iteration') {
      this.#iterations.push(from);
      return;
    }
    if (event.kind === 'created') return this.#create(event, from);
    const task = this.#tasks.get(event.task);
    if (task === undefined) return;
    task.events.push(from);
    switch (event.kind) {
      case 'stepBegin':
        return enter(task, from, 'running');
      case 'stepEnd':
        return this.#endStep(task, from);
      case 'suspended':
        return this.#suspend(task, event, from);
      case 'woken':
        return this.#wake(task, event.by, from);
      case 'cancelRequested':
        task.cancels.push({ from, by: event.by, message: event.message });
        return;
      case 'done':
        return this.#end(task, event, from);
      case 'renamed':
        task.name = event.name;
        return;
    }
  }

  #create(event: Extract<TraceEvent, { kind: 'created' }>, from: number): void {
    if (this.#tasks.has(event.task)) return;
    const { task, name, parent, eager } = event;
    const { file, line } = this.#places.get(event.place) ?? nowhere;
    const lists = { turns: [], waits: [], wakes: [], woke: [], creations: [], cancels: [] };
    const made: TaskHistory = {
      task,
      name,
      parent,
      eager,
      file,
      line,
      created: from,
      ...lists,
      ending: undefined,
      events: [from],
    };
    enter(made, from, 'ready');
    this.#tasks.set(task, made);
    this.#order.push(made);
    this.#tasks.get(parent)?.creations.push({ from, task, file, line });
    this.#reach({ file, line }, from);
  }

  #suspend(task: TaskHistory, event: Extract<TraceEvent, { kind: 'suspended' }>, from: number): void {
    const { what, awaited } = event;
    const { file, line } = this.#places.get(event.place) ?? nowhere;
    task.waits.push({ from, what, awaited, file, line });
    this.#next.set(task.task, { state: what === nothing ? 'ready' : 'suspended', queued: from });
    this.#reach({ file, line }, from);
  }

  #wake(task: TaskHistory, by: number, from: number): void {
    task.wakes.push({ from, by });
    this.#tasks.get(by)?.woke.push({ from, task: task.task });
    if (task.turns.at(-1)?.state === 'suspended') enter(task, from, 'ready');
    else this.#next.set(task.task, { state: 'ready', queued: from });
  }

  #endStep(task: TaskHistory, from: number): void {
    const next = this.#next.get(task.task) ?? { state: 'ready', queued: from };
    this.#next.delete(task.task);
    if (task.ending === undefined) enter(task, from, next.state, next.queued);
  }

  #end(task: TaskHistory, event: Extract<TraceEvent, { kind: 'done' }>, from: number): void {
    if (task.ending !== undefined) return;
    const { outcome, type, message } = event;
    task.ending = { from, outcome, type, message };
    enter(task, from, 'ended');
    if (outcome !== 'returned') this.#unhappy.push({ from, outcome });
  }

  #reach({ file, line }: Place, from: number): void {
    if (line === 0 || !isSourceFile(file)) return;
    const known = this.#reached.get(line);
    if (known === undefined) this.#reached.set(line, [from]);
    else known.push(from);
  }
}

function enter(task: TaskHistory, from: number, state: Turn['state'], queued = from): void {
  if (task.ending !== undefined && state !== 'ended') return;
  task.turns.push({ from, state, queued });
}
