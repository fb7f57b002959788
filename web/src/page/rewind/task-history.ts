/** What happened to one task. Positions in its lists rise; what they stand for is in the run's table, and is read from there. */
import type { Place as StackPlace, Places } from '../timeline/places.ts';
import { type EventTable, type Texts, type TurnState, turnStates } from './event-table.ts';
import { countUpTo, latestOf } from './search.ts';

export interface Place {
  file: string;
  /** 0 if it is not known. */
  line: number;
}

export interface Turn {
  from: number;
  state: TurnState;
  /** Of a ready task: the position at which it got its place in the queue. */
  queued: number;
}

export interface Wait extends Place {
  from: number;
  what: string;
  /** The task waited for, or 0. */
  awaited: number;
  /** The coroutine that waits there, and who awaits it, if that is known. */
  stack: StackPlace | undefined;
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
  time: number;
  outcome: 'returned' | 'failed' | 'cancelled';
  /** The exception's type and text; empty unless it failed. */
  type: string;
  message: string;
}

export interface OutputMark {
  time: number;
  stream: 'stdout' | 'stderr';
  text: string;
}

/** What the tasks of a run have in common. */
export interface Told {
  table: EventTable;
  texts: Texts;
  places: Places;
}

interface Made {
  task: number;
  name: string;
  coroutine: string;
  /** Which of the tasks of the same coroutine it is, from 1. */
  nth: number;
  parent: number;
  eager: boolean;
  /** The call that made it, if it is known. */
  place: StackPlace | undefined;
  created: number;
}

const nowhere: Place = { file: '', line: 0 };

export class TaskHistory {
  readonly task: number;
  /** The latest one, as the lanes show it. */
  name: string;
  readonly coroutine: string;
  readonly nth: number;
  readonly parent: number;
  readonly eager: boolean;
  readonly place: StackPlace | undefined;
  readonly created: number;
  ending: Ending | undefined;
  /** After which something was told of it. */
  readonly events: number[];
  readonly turns: number[] = [];
  /** Where it said what it will wait for. */
  readonly waits: number[] = [];
  readonly wakes: number[] = [];
  /** Where it woke others. */
  readonly woke: number[] = [];
  /** Where it created others. */
  readonly creations: number[] = [];
  readonly cancels: number[] = [];
  /** What it wrote, the first so many; and how many more pieces there were. */
  readonly output: OutputMark[] = [];
  outputLeftOut = 0;
  /** How long its steps took so far, without those of eager tasks within them. */
  busyMs = 0;
  readonly #told: Told;

  constructor(told: Told, { task, name, coroutine, nth, parent, eager, place, created }: Made) {
    this.#told = told;
    this.task = task;
    this.name = name;
    this.coroutine = coroutine;
    this.nth = nth;
    this.parent = parent;
    this.eager = eager;
    this.place = place;
    this.created = created;
    this.events = [created];
  }

  /** Made by the library for itself. */
  get isLibrarys(): boolean {
    return this.place === undefined && this.coroutine.startsWith('asyncio::');
  }

  get file(): string {
    return this.place?.file ?? '';
  }

  get line(): number {
    return this.place?.line ?? 0;
  }

  timeAt(position: number): number {
    return this.#told.table.timeAt(position);
  }

  /** @returns nothing before it was created */
  turnAt(position: number): Turn | undefined {
    const from = latestOf(this.turns, position);
    return from === 0 ? undefined : this.turnFrom(from);
  }

  /** @param from one of `turns` */
  turnFrom(from: number): Turn {
    const { states, b } = this.#told.table;
    const state = turnStates[states[from - 1] ?? 0] ?? 'none';
    // Where no turn begins none is asked for.
    if (state === 'none') return { from, state: 'ready', queued: from };
    return { from, state, queued: state === 'ready' ? (b[from - 1] ?? from) : from };
  }

  /** @param from a position at which it said what it will wait for, or began to */
  waitFrom(from: number): Wait {
    const { table, texts, places } = this.#told;
    const stack = places.at(table.c[from - 1] ?? 0);
    const { file, line } = stack ?? nowhere;
    return { from, what: texts.at(table.a[from - 1] ?? 0), awaited: table.b[from - 1] ?? 0, file, line, stack };
  }

  /** What it waits for, or waited for last. */
  waitAt(position: number): Wait | undefined {
    const from = latestOf(this.waits, position);
    return from === 0 ? undefined : this.waitFrom(from);
  }

  wakeAt(position: number): Wake | undefined {
    const from = latestOf(this.wakes, position);
    return from === 0 ? undefined : { from, by: this.#told.table.a[from - 1] ?? 0 };
  }

  /** @param most so many of the latest */
  cancelsUpTo(position: number, most = Infinity): CancelRequest[] {
    const { table, texts } = this.#told;
    const count = countUpTo(this.cancels, position);
    return this.cancels
      .slice(Math.max(0, count - most), count)
      .map((from) => ({ from, by: table.a[from - 1] ?? 0, message: texts.at(table.b[from - 1] ?? 0) }));
  }

  /** Where a living task was seen last: it waits there, goes on from there, or created another there. */
  placeAt(position: number): StackPlace | undefined {
    const { table, places } = this.#told;
    const wait = latestOf(this.waits, position);
    const creation = this.creations.length === 0 ? 0 : latestOf(this.creations, position);
    return places.at(table.c[Math.max(wait, creation) - 1] ?? 0);
  }
}
