/** What is known of each task at a moment of the run: the rules ask it. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { isLibrarys, Lines } from './place.ts';

export interface Wait {
  what: string;
  awaited: number;
  line: number;
  since: number;
}

export interface TaskFacts {
  id: number;
  name: string;
  parent: number;
  /** Made by the library for itself. */
  isLibrarys: boolean;
  /** Where it was created. */
  line: number;
  begun: boolean;
  /** The present one, or the latest. */
  wait: Wait | undefined;
  waits: boolean;
  /** How often it has begun to wait. */
  waitCount: number;
  /** How often at which line. */
  waitsAt: Map<number, number>;
}

export class Tasks {
  readonly #tasks = new Map<number, TaskFacts>();
  readonly #named = new Map<string, TaskFacts>();
  readonly lines = new Lines();
  /** Tasks whose step is under way, the innermost last. */
  readonly steps: number[] = [];

  get(id: number): TaskFacts | undefined {
    return this.#tasks.get(id);
  }

  all(): Iterable<TaskFacts> {
    return this.#tasks.values();
  }

  /** The latest one of a name. */
  named(name: string): TaskFacts | undefined {
    return this.#named.get(name);
  }

  /** A program can forge its trace: what makes no sense is left out. */
  apply(event: TraceEvent): void {
    this.lines.add(event);
    if (event.kind === 'created') this.#create(factsOf(event, this.lines.of(event)));
    const task = 'task' in event ? this.#tasks.get(event.task) : undefined;
    if (task === undefined) return;
    if (event.kind === 'stepBegin') this.#beginStep(task);
    if (event.kind === 'stepEnd') this.steps.pop();
    if (event.kind === 'suspended') beginWait(task, event, this.lines.of(event));
    if (event.kind === 'woken') task.waits = false;
    if (event.kind === 'renamed') this.#rename(task, event.name);
  }

  #create(task: TaskFacts): void {
    this.#tasks.set(task.id, task);
    this.#named.set(task.name, task);
  }

  #rename(task: TaskFacts, name: string): void {
    if (this.#named.get(task.name) === task) this.#named.delete(task.name);
    task.name = name;
    this.#named.set(name, task);
  }

  #beginStep(task: TaskFacts): void {
    this.steps.push(task.id);
    task.begun = true;
    task.waits = false;
  }
}

function factsOf(event: Extract<TraceEvent, { kind: 'created' }>, line: number): TaskFacts {
  return {
    id: event.task,
    name: event.name,
    parent: event.parent,
    isLibrarys: isLibrarys(event),
    line,
    begun: false,
    wait: undefined,
    waits: false,
    waitCount: 0,
    waitsAt: new Map(),
  };
}

function beginWait(task: TaskFacts, event: Extract<TraceEvent, { kind: 'suspended' }>, line: number): void {
  task.wait = { what: event.what, awaited: event.awaited, line, since: event.time };
  task.waits = true;
  task.waitCount += 1;
  task.waitsAt.set(line, (task.waitsAt.get(line) ?? 0) + 1);
}
