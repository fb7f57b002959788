/** Locks, queues and their like at a moment of the run: the rules ask who waits for which, and who holds it. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { TraceResources, type Resource } from '../../../../wasm/api/trace-resources.ts';
import type { Lines } from './place.ts';

export interface ResourceWait {
  resource: Resource;
  since: number;
}

/** A wait that was ended from outside, as it was then. */
export interface CutWait {
  /** "lock #2" */
  label: string;
  type: Resource['type'];
  /** Of the line that made it; 0: not known. */
  line: number;
  /** The first that took it comes first; the line is that which took it. Whether each had ended by then. */
  holders: { task: number; line: number; ended: boolean }[];
}

export class ResourceFacts {
  readonly resources = new TraceResources();
  readonly #waits = new Map<number, ResourceWait>();
  readonly #cut = new Map<number, CutWait>();
  /** What the running task lines up for, until it is said to be suspended. */
  #next: Resource | undefined;
  readonly #ended = new Set<number>();

  /** Who waits for which of them now. */
  get waits(): ReadonlyMap<number, ResourceWait> {
    return this.#waits;
  }

  /** The latest wait of a task that was cancelled, if it was one for a resource. */
  cutWait(task: number): CutWait | undefined {
    return this.#cut.get(task);
  }

  apply(event: TraceEvent, lines: Lines): void {
    if (event.kind === 'used') {
      const resource = this.resources.add(event);
      if (event.act === 'awaited') this.#next = resource;
    }
    if (event.kind === 'suspended') this.#begin(event.task, event.time);
    if (event.kind === 'cancelRequested') this.#cutOff(event.task, lines);
    if (event.kind === 'woken' || event.kind === 'done') this.#waits.delete(event.task);
    if (event.kind === 'done') this.#ended.add(event.task);
  }

  #begin(task: number, since: number): void {
    if (this.#next === undefined) this.#waits.delete(task);
    else this.#waits.set(task, { resource: this.#next, since });
    this.#next = undefined;
  }

  #cutOff(task: number, lines: Lines): void {
    const resource = this.#waits.get(task)?.resource;
    if (resource === undefined) {
      this.#cut.delete(task);
      return;
    }
    const { type, place, holders } = resource;
    this.#cut.set(task, {
      label: labelOf(resource),
      type,
      line: lines.at(place),
      holders: holders.map(({ task: holder, place: taken }) => ({
        task: holder,
        line: lines.at(taken),
        ended: this.#ended.has(holder),
      })),
    });
  }
}

/** "lock #2" */
export function labelOf({ type, number }: Resource): string {
  return `${type} #${number}`;
}
