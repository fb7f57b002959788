/** From trace events to a history, in steps: for a run that is still going on. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import type { OutputChunk } from '../../protocol/messages.ts';
import { isSourceFile } from '../editor/markers.ts';
import { lineFrom } from '../findings/place.ts';
import { type Place, Places } from '../timeline/places.ts';
import { ended, EventTable, ready, running, suspended, Texts } from './event-table.ts';
import type { History } from './history.ts';
import { HoldingsBuilder } from './holdings.ts';
import { OutputPlacer } from './output-placer.ts';
import { TaskHistory } from './task-history.ts';

/** A yield waits for nothing: nobody wakes it. */
const nothing = 'sleep(0)';

type Of<K extends TraceEvent['kind']> = Extract<TraceEvent, { kind: K }>;

export class HistoryBuilder {
  readonly #table = new EventTable();
  readonly #texts = new Texts();
  readonly #places = new Places();
  readonly #iterations: number[] = [];
  readonly #unhappy: number[] = [];
  readonly #reached = new Map<number, number[]>();
  readonly #tasks = new Map<number, TaskHistory>();
  readonly #order: TaskHistory[] = [];
  readonly #alike = new Map<string, number>();
  readonly #holdings = new HoldingsBuilder();
  readonly #output = new OutputPlacer();
  /** Of tasks that run: where they said what they will wait for; less than 0: since where they have a place in the queue. */
  readonly #next = new Map<number, number>();
  #dropped = 0;

  /** The lists of the value grow on with later events; its length does not. */
  get history(): History {
    return {
      length: this.#table.length,
      table: this.#table,
      iterations: this.#iterations,
      unhappy: this.#unhappy,
      reached: this.#reached,
      tasks: this.#tasks,
      order: this.#order,
      alike: this.#alike,
      dropped: this.#dropped,
      holdings: this.#holdings.holdings,
    };
  }

  /** A program can forge its trace: time then stands still where it would go back, and what makes no sense changes nothing. */
  add(events: Iterable<TraceEvent>): void {
    for (const event of events) {
      if (event.kind === 'frame') this.#places.add(event);
      else if (event.kind === 'dropped') this.#dropped += event.count;
      else if (event.kind === 'used') this.#use(event);
      // Nothing happens by it: no step leads there.
      else if (event.kind === 'timer') continue;
      else this.#apply(event);
    }
  }

  addOutput(chunks: Iterable<OutputChunk>): void {
    this.#output.add(chunks);
  }

  #use(event: Of<'used'>): void {
    this.#holdings.add(event, this.#table.length, (frame) => lineFrom(this.#places.get(frame)));
  }

  #apply(event: Exclude<TraceEvent, { kind: 'frame' | 'dropped' | 'timer' | 'used' }>): void {
    const from = this.#table.push(event.time, 'task' in event ? event.task : 0);
    if (event.kind === 'iteration') {
      this.#iterations.push(from);
      return;
    }
    if (event.kind === 'created') return this.#create(event, from);
    const task = this.#tasks.get(event.task) ?? this.#adopt(event, from);
    if (task === undefined) return;
    // That of a task that is adopted is its first.
    if (task.created !== from) task.events.push(from);
    switch (event.kind) {
      case 'stepBegin':
        this.#enter(task, from, running);
        return this.#output.begin(this.#table.timeAt(from));
      case 'stepEnd':
        return this.#endStep(task, from);
      case 'suspended':
        return this.#suspend(task, event, from);
      case 'woken':
        return this.#wake(task, event.by, from);
      case 'cancelRequested':
        this.#write(from, event.by, this.#texts.numberOf(event.message));
        task.cancels.push(from);
        return;
      case 'done':
        return this.#end(task, event, from);
      case 'renamed':
        task.name = event.name;
        return;
    }
  }

  #create(event: Of<'created'>, from: number): void {
    // 0 is no task's id.
    if (event.task === 0 || this.#tasks.has(event.task)) return;
    const place = this.#places.numberOf(event.place);
    this.#make(event, this.#places.at(place), from);
    this.#write(from, 0, from, place);
    this.#tasks.get(event.parent)?.creations.push(from);
    this.#reach(this.#places.at(place), from);
  }

  #make(made: Omit<Of<'created'>, 'kind' | 'time' | 'place'>, place: Place | undefined, from: number): TaskHistory {
    const nth = (this.#alike.get(made.coroutine) ?? 0) + 1;
    this.#alike.set(made.coroutine, nth);
    const told = { table: this.#table, texts: this.#texts, places: this.#places };
    const task = new TaskHistory(told, { ...made, nth, place, created: from });
    this.#tasks.set(task.task, task);
    this.#order.push(task);
    this.#enter(task, from, ready);
    return task;
  }

  /** Of a task that was made before the oldest event that is kept no more is known. */
  #adopt({ task }: { task: number }, from: number): TaskHistory | undefined {
    if (this.#dropped === 0 || task === 0) return undefined;
    this.#write(from, 0, from);
    return this.#make({ task, name: `task ${task}`, parent: 0, eager: false, coroutine: '' }, undefined, from);
  }

  #suspend(task: TaskHistory, event: Of<'suspended'>, from: number): void {
    const place = this.#places.numberOf(event.place);
    this.#write(from, this.#texts.numberOf(event.what), event.awaited, place);
    task.waits.push(from);
    this.#next.set(task.task, event.what === nothing ? -from : from);
    this.#reach(this.#places.at(place), from);
  }

  #wake(task: TaskHistory, by: number, from: number): void {
    this.#write(from, by, from);
    task.wakes.push(from);
    this.#tasks.get(by)?.woke.push(from);
    if (this.#stateOf(task) === suspended) this.#enter(task, from, ready);
    else this.#next.set(task.task, -from);
  }

  #endStep(task: TaskHistory, from: number): void {
    const next = this.#next.get(task.task) ?? -from;
    this.#next.delete(task.task);
    const step = this.#output.end(task, this.#table.timeAt(from));
    if (step !== undefined) task.busyMs += step;
    if (task.ending !== undefined) return;
    if (next > 0) {
      const { a, b, c } = this.#table;
      this.#write(from, a[next - 1] ?? 0, b[next - 1] ?? 0, c[next - 1] ?? 0);
      this.#enter(task, from, suspended);
    } else {
      this.#write(from, 0, -next);
      this.#enter(task, from, ready);
    }
  }

  #end(task: TaskHistory, { outcome, type, message }: Of<'done'>, from: number): void {
    if (task.ending !== undefined) return;
    this.#enter(task, from, ended);
    task.ending = { from, time: this.#table.timeAt(from), outcome, type, message };
    if (outcome !== 'returned') this.#unhappy.push(from);
  }

  #reach(place: Place | undefined, from: number): void {
    if (place === undefined || place.line === 0 || !isSourceFile(place.file)) return;
    const known = this.#reached.get(place.line);
    if (known === undefined) this.#reached.set(place.line, [from]);
    else known.push(from);
  }

  #stateOf({ turns }: TaskHistory): number {
    return this.#table.states[(turns.at(-1) ?? 0) - 1] ?? 0;
  }

  #enter(task: TaskHistory, from: number, state: number): void {
    if (task.ending !== undefined) return;
    // Of a task that is adopted two begin at once: it counts what the event says.
    if (task.turns.at(-1) !== from) task.turns.push(from);
    this.#table.states[from - 1] = state;
  }

  #write(position: number, a: number, b: number, c = 0): void {
    this.#table.a[position - 1] = a;
    this.#table.b[position - 1] = b;
    this.#table.c[position - 1] = c;
  }
}
