/**
 * The order of a trace's events, written down once; docs/host-abi.md says it in words. Whoever shows a run may rely on it, as
 * far as the program did not forge its trace.
 */
import { TraceResources, type ResourceUse } from './trace-resources.ts';
import type { TraceEvent } from './types.ts';

type State = 'ready' | 'running' | 'suspended' | 'done';

/** What a yield says that it waits for: nothing wakes it, it is ready when its step ends. */
const nothing = 'sleep(0)';

export class TraceOrder {
  readonly #states = new Map<number, State>([]);
  /** Tasks whose step is under way, the innermost last. */
  readonly #steps: number[] = [];
  /** Tasks that will be ready when their step ends. */
  readonly #woken = new Set<number>();
  readonly #resources = new TraceResources();

  /** @returns what is wrong with the event at this place; else nothing */
  add(event: TraceEvent): string | undefined {
    const wrong = this.#fault(event);
    return wrong === undefined ? undefined : `${JSON.stringify(event)}: ${wrong}`;
  }

  #fault(event: TraceEvent): string | undefined {
    // What is cancelled while the loop does not run is not told, so any timer may be set anew.
    if (event.kind === 'frame' || event.kind === 'dropped' || event.kind === 'timer') return undefined;
    if (event.kind === 'used') return this.#use(event);
    if (event.kind === 'iteration') return this.#steps.length > 0 ? 'an iteration within a step' : undefined;
    if (event.kind === 'created') return this.#create(event);
    const state = this.#states.get(event.task);
    if (state === undefined) return 'the task was not created';
    if (state === 'done' && event.kind !== 'stepEnd' && event.kind !== 'renamed') return 'the task is done';
    switch (event.kind) {
      case 'stepBegin':
        if (state !== 'ready') return `a step of a task that is ${state}`;
        this.#steps.push(event.task);
        this.#states.set(event.task, 'running');
        return undefined;
      case 'stepEnd':
        return this.#endStep(event.task, state);
      case 'suspended':
        if (!this.#runs(event.task)) return 'a task that does not run is suspended';
        this.#states.set(event.task, 'suspended');
        if (event.what === nothing) this.#woken.add(event.task);
        return undefined;
      case 'woken':
        return this.#wake(event.task, event.by, state);
      case 'done':
        if (!this.#runs(event.task)) return 'a task that does not run is done';
        this.#states.set(event.task, 'done');
        return undefined;
      case 'cancelRequested':
        return this.#knows(event.by);
      case 'renamed':
        return undefined;
    }
  }

  #create({ task, parent, eager }: Extract<TraceEvent, { kind: 'created' }>): string | undefined {
    if (task === 0 || this.#states.has(task)) return 'a task is created twice, or has no id';
    if (eager && this.#steps.length === 0 && parent !== 0) return 'a parent that does not run';
    this.#states.set(task, 'ready');
    return this.#knows(parent);
  }

  #endStep(task: number, state: State): string | undefined {
    if (this.#steps.pop() !== task) return 'the end of a step that is not the innermost';
    if (state === 'running') return 'a step ends, and the task neither waits nor is done';
    if (this.#woken.delete(task) && state === 'suspended') this.#states.set(task, 'ready');
    return undefined;
  }

  #wake(task: number, by: number, state: State): string | undefined {
    if (state !== 'suspended') return `a task is woken that is ${state}`;
    if (this.#steps.includes(task)) this.#woken.add(task);
    else this.#states.set(task, 'ready');
    return this.#knows(by);
  }

  #use(event: ResourceUse): string | undefined {
    const before = this.#resources.get(event.resource);
    const [level, on] = [before?.level ?? 0, before?.on];
    const resource = this.#resources.add(event);
    if (event.act === 'awaited') return this.#runs(event.task) ? undefined : 'a task that does not run waits';
    if (resource?.type === 'lock' && on === (event.act === 'acquired'))
      return `a lock is ${event.act} that is so already`;
    if (resource?.type === 'event' && on === (event.act === 'set'))
      return `an event is ${event.act} that is so already`;
    if (resource?.type === 'queue' && before !== undefined && event.level !== level + (event.act === 'put' ? 1 : -1))
      return `a queue of ${level} has ${event.level} when something is ${event.act}`;
    return this.#knows(event.task);
  }

  #runs(task: number): boolean {
    return this.#steps.at(-1) === task;
  }

  #knows(task: number): string | undefined {
    return task === 0 || this.#states.has(task) ? undefined : `no task ${task} was created`;
  }
}
