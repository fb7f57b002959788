/**
 * From trace events to lanes. `buildTimeline` is a pure function of the events; `TimelineBuilder` is the same in steps,
 * for a run that is still going on.
 */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import type { OutputChunk } from '../../protocol/messages.ts';
import type { Lane, Segment, SegmentState, Timeline } from './model.ts';
import { type Place, Places } from './places.ts';

/** Marks past so many on one lane would only paint over each other. */
const mostMarks = 500;
/** Output that waits for the step it belongs to: the trace comes in batches, later than the output. */
const mostPending = 2_000;

type Suspension = Extract<TraceEvent, { kind: 'suspended' }>;

export function buildTimeline(events: Iterable<TraceEvent>, output: Iterable<OutputChunk> = []): Timeline {
  const builder = new TimelineBuilder();
  builder.addOutput(output);
  builder.addEvents(events);
  return builder.timeline;
}

export class TimelineBuilder {
  readonly #lanes: Lane[] = [];
  readonly #byTask = new Map<number, Lane>();
  readonly #places = new Places();
  /** What the running task said it will wait for, until its step ends. */
  readonly #suspended = new Map<number, Suspension>();
  /** Tasks that were woken before their step ended. */
  readonly #woken = new Set<number>();
  #pending: OutputChunk[] = [];
  /** Steps under way, one inside the other. */
  #depth = 0;
  #end = 0;
  #revision = 0;

  /** A program can forge its trace: time then stands still where it would go back, and a task is created once. */
  addEvents(events: Iterable<TraceEvent>): void {
    for (const event of events) {
      this.#end = Math.max(this.#end, event.time);
      this.#add(event.time < this.#end ? { ...event, time: this.#end } : event);
    }
    this.#revision += 1;
  }

  addOutput(chunks: Iterable<OutputChunk>): void {
    for (const chunk of chunks) if (this.#pending.length < mostPending) this.#pending.push(chunk);
  }

  get timeline(): Timeline {
    return { lanes: this.#lanes, end: this.#end, revision: this.#revision };
  }

  #add(event: TraceEvent): void {
    if (event.kind === 'iteration' || event.kind === 'dropped' || event.kind === 'timer') return;
    if (event.kind === 'used') return;
    if (event.kind === 'frame') return this.#places.add(event);
    if (event.kind === 'created') return this.#create(event);
    const lane = this.#byTask.get(event.task);
    if (lane === undefined) return;
    switch (event.kind) {
      case 'stepBegin':
        this.#depth += 1;
        return enter(lane, 'running', event.time);
      case 'stepEnd':
        return this.#endStep(lane, event.time);
      case 'suspended':
        this.#suspended.set(event.task, event);
        return;
      case 'woken':
        return this.#wake(lane, event.time);
      case 'cancelRequested':
        if (lane.marks.length < mostMarks) {
          lane.marks.push({ kind: 'cancelRequested', time: event.time, by: event.by, message: event.message });
        }
        return;
      case 'done':
        close(lane, event.time);
        lane.ending = { time: event.time, outcome: event.outcome, type: event.type, message: event.message };
        return;
      case 'renamed':
        lane.name = event.name;
        return;
    }
  }

  #create(event: Extract<TraceEvent, { kind: 'created' }>): void {
    if (this.#byTask.has(event.task)) return;
    const { task, name, parent, time } = event;
    const place = this.#places.get(event.place);
    const life = { created: time, ending: undefined, segments: [], marks: [] };
    const lane: Lane = { task, name, parent, place, ...life };
    enter(lane, 'ready', time);
    this.#lanes.push(lane);
    this.#byTask.set(task, lane);
  }

  #endStep(lane: Lane, time: number): void {
    this.#depth = Math.max(0, this.#depth - 1);
    const step = lane.segments.at(-1);
    if (step?.state === 'running') this.#placeOutput(lane, step, time);
    const suspension = this.#suspended.get(lane.task);
    this.#suspended.delete(lane.task);
    const woken = this.#woken.delete(lane.task);
    if (lane.ending !== undefined) return;
    if (woken || suspension === undefined) enter(lane, 'ready', time);
    else enter(lane, 'suspended', time, suspension, this.#places.get(suspension.place));
  }

  #wake(lane: Lane, time: number): void {
    if (lane.segments.at(-1)?.state === 'suspended') enter(lane, 'ready', time);
    else this.#woken.add(lane.task);
  }

  /**
   * What was written during a step belongs to its task; what was written before belongs to the step round it, if there is
   * one, else to no task.
   */
  #placeOutput(lane: Lane, step: Segment, end: number): void {
    const rest: OutputChunk[] = [];
    for (const chunk of this.#pending) {
      const { stream, text, time } = chunk;
      if (time > end || (time < step.start && this.#depth > 0)) rest.push(chunk);
      else if (time >= step.start && lane.marks.length < mostMarks)
        lane.marks.push({ kind: 'output', time, stream, text });
    }
    this.#pending = rest;
  }
}

function enter(lane: Lane, state: SegmentState, time: number, why?: Suspension, place?: Place): void {
  close(lane, time);
  lane.segments.push({
    state,
    start: time,
    end: undefined,
    what: why?.what ?? '',
    awaited: why?.awaited ?? 0,
    place,
  });
}

function close(lane: Lane, time: number): void {
  const last = lane.segments.at(-1);
  if (last !== undefined && last.end === undefined) last.end = time;
}
