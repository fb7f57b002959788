/**
 * A run in the trace event format, which Perfetto and chrome://tracing open: a track a task, its steps and waits as slices, and
 * an arrow for each wake-up. https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 */
import type { Clock, TraceEvent } from '../../../../wasm/api/types.ts';
import { Lines } from '../findings/place.ts';

export interface TraceFileEvent {
  ph: 'M' | 'X' | 's' | 'f' | 'i' | 'C';
  name: string;
  cat?: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts?: number;
  dur?: number;
  id?: number;
  /** An arrow ends at the slice that encloses its end. */
  bp?: 'e';
  /** An instant is its track's. */
  s?: 't';
  args?: Record<string, string | number>;
}

export interface TraceFile {
  traceEvents: TraceFileEvent[];
  displayTimeUnit: 'ms';
  otherData: Record<string, string>;
}

const pid = 1;

/** What a task's track is in the middle of. */
interface Open {
  name: string;
  cat: 'running' | 'waiting' | 'ready';
  since: number;
  args?: Record<string, string | number>;
}

export function traceFileOf(events: Iterable<TraceEvent>, clock: Clock): TraceFile {
  const writer = new Writer();
  for (const event of events) writer.add(event);
  return { traceEvents: writer.finish(), displayTimeUnit: 'ms', otherData: { clock } };
}

class Writer {
  readonly #out: TraceFileEvent[] = [{ ph: 'M', name: 'process_name', pid, tid: 0, args: { name: 'asyncio' } }];
  readonly #lines = new Lines();
  readonly #names = new Map<number, string>();
  readonly #open = new Map<number, Open>();
  /** What a task that runs has said it will wait for; and those that were woken before their step's end. */
  readonly #next = new Map<number, Open>();
  readonly #woken = new Set<number>();
  /** Arrows that have begun, by whom they lead to. */
  readonly #arrows = new Map<number, number>();
  #lastArrow = 0;
  #end = 0;

  add(event: TraceEvent): void {
    this.#end = Math.max(this.#end, event.time);
    const time = this.#end;
    this.#lines.add(event);
    if (event.kind === 'iteration')
      this.#out.push({ ph: 'C', name: 'ready', pid, tid: 0, ts: micros(time), args: { callbacks: event.ready } });
    if (event.kind === 'created') this.#create(event, time);
    if (!('task' in event) || !this.#names.has(event.task)) return;
    const { task } = event;
    if (event.kind === 'stepBegin') this.#begin(task, time);
    if (event.kind === 'suspended')
      this.#next.set(task, { name: event.what, cat: 'waiting', since: time, args: { line: this.#lines.of(event) } });
    if (event.kind === 'stepEnd') this.#endStep(task, time);
    if (event.kind === 'woken') this.#wake(task, event.by, time);
    if (event.kind === 'renamed') this.#names.set(task, event.name);
    if (event.kind === 'cancelRequested') this.#mark(task, 'cancel asked', time, { message: event.message });
    if (event.kind === 'done' && event.outcome !== 'returned')
      this.#mark(task, event.outcome, time, { type: event.type, message: event.message });
  }

  /** What goes on at the end is as long as the run. */
  finish(): TraceFileEvent[] {
    for (const task of this.#open.keys()) this.#close(task, this.#end);
    for (const [tid, name] of this.#names) {
      this.#out.push({ ph: 'M', name: 'thread_name', pid, tid, args: { name } });
      this.#out.push({ ph: 'M', name: 'thread_sort_index', pid, tid, args: { sort_index: tid } });
    }
    return this.#out;
  }

  #create({ task, name }: Extract<TraceEvent, { kind: 'created' }>, time: number): void {
    if (this.#names.has(task)) return;
    this.#names.set(task, name);
    this.#open.set(task, { name: 'ready', cat: 'ready', since: time });
  }

  #begin(task: number, time: number): void {
    this.#close(task, time);
    this.#open.set(task, { name: 'running', cat: 'running', since: time });
    const id = this.#arrows.get(task);
    if (id === undefined) return;
    this.#arrows.delete(task);
    this.#out.push({ ph: 'f', bp: 'e', name: 'wakes', cat: 'wake', pid, tid: task, ts: micros(time), id });
  }

  #endStep(task: number, time: number): void {
    this.#close(task, time);
    const next = this.#next.get(task);
    this.#next.delete(task);
    const isReady = this.#woken.delete(task) || next?.name === 'sleep(0)';
    // Without a next one it is done.
    if (next === undefined) return;
    this.#open.set(task, isReady ? { name: 'ready', cat: 'ready', since: time } : { ...next, since: time });
  }

  #wake(task: number, by: number, time: number): void {
    if (this.#open.get(task)?.cat === 'waiting') {
      this.#close(task, time);
      this.#open.set(task, { name: 'ready', cat: 'ready', since: time });
    } else this.#woken.add(task);
    if (!this.#names.has(by) || this.#arrows.has(task)) return;
    const id = ++this.#lastArrow;
    this.#arrows.set(task, id);
    this.#out.push({ ph: 's', name: 'wakes', cat: 'wake', pid, tid: by, ts: micros(time), id });
  }

  #mark(task: number, name: string, time: number, args: Record<string, string>): void {
    this.#out.push({ ph: 'i', s: 't', name, cat: 'task', pid, tid: task, ts: micros(time), args });
  }

  #close(task: number, time: number): void {
    const open = this.#open.get(task);
    this.#open.delete(task);
    if (open === undefined) return;
    const { since, args, ...what } = open;
    const span = { ts: micros(since), dur: micros(time - since) };
    this.#out.push({ ph: 'X', ...what, pid, tid: task, ...span, ...(args === undefined ? {} : { args }) });
  }
}

/** To the nanosecond, so that the ends of slices that touch are equal. */
function micros(ms: number): number {
  return Math.round(ms * 1e6) / 1e3;
}
