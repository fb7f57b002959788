/** Who holds which lock, or permit, and who waits for which, at each position of a run. */
import { TraceResources, type Resource, type ResourceUse } from '../../../../wasm/api/trace-resources.ts';
import { latestAt } from './search.ts';

/** A lock, a queue or their like, for people. */
export interface Named {
  /** "lock #2" */
  label: string;
  /** Of the line that made it; 0: not known. */
  line: number;
}

interface Holding {
  resource: number;
  task: number;
  from: number;
  /** Of the line that took it. */
  line: number;
  /** Nothing: to the end of the run. */
  until: number | undefined;
}

export interface Holder {
  task: number;
  line: number;
  /** The position at which it took it. */
  from: number;
}

/** So far back one looks for those of a semaphore. */
const mostLookedAt = 1_000;

export class Holdings {
  readonly #names = new Map<number, Named>();
  readonly #byTask = new Map<number, Holding[]>();
  readonly #byResource = new Map<number, Holding[]>();
  readonly #waits = new Map<number, { from: number; resource: number }[]>();

  named(resource: Resource, line: number): void {
    if (this.#names.has(resource.key)) return;
    this.#names.set(resource.key, { label: `${resource.type} #${resource.number}`, line });
  }

  acquired(resource: number, task: number, from: number, line: number): void {
    const holding = { resource, task, from, line, until: undefined };
    push(this.#byTask, task, holding);
    push(this.#byResource, resource, holding);
  }

  released(resource: number, task: number, until: number): void {
    const open = (this.#byResource.get(resource) ?? []).slice(-mostLookedAt).filter((one) => one.until === undefined);
    const holding = open.find((one) => one.task === task) ?? open[0];
    if (holding !== undefined) holding.until = until;
  }

  awaited(resource: number, task: number, from: number): void {
    push(this.#waits, task, { from, resource });
  }

  /** What a wait that began at a position is for, and who holds that at another. */
  waitedFor(task: number, began: number, position: number): (Named & { holders: Holder[] }) | undefined {
    // A task lines up, and with the event after that it is suspended.
    const wait = latestAt(this.#waits.get(task) ?? [], began);
    const name = wait && this.#names.get(wait.resource);
    if (wait === undefined || name === undefined || wait.from !== began - 1) return undefined;
    return { ...name, holders: at(this.#byResource.get(wait.resource), position) };
  }

  /** What a task holds. */
  heldBy(task: number, position: number): (Named & Holder)[] {
    return at(this.#byTask.get(task), position).flatMap((holding) => {
      const name = this.#names.get(holding.resource);
      return name === undefined ? [] : [{ ...holding, ...name }];
    });
  }
}

function push<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function at(holdings: readonly Holding[] | undefined, position: number): Holding[] {
  const list = holdings ?? [];
  const latest = latestAt(list, position);
  const end = latest === undefined ? 0 : list.lastIndexOf(latest) + 1;
  return list
    .slice(Math.max(0, end - mostLookedAt), end)
    .filter(({ until }) => until === undefined || until > position);
}

/** From the events that tell of resources. */
export class HoldingsBuilder {
  readonly holdings = new Holdings();
  readonly #resources = new TraceResources();

  /** @param position how many of the run's steps came before @param lineOf of a frame */
  add(event: ResourceUse, position: number, lineOf: (frame: number) => number): void {
    const resource = this.#resources.add(event);
    if (resource === undefined) return;
    this.holdings.named(resource, lineOf(resource.place));
    if (event.act === 'acquired') this.holdings.acquired(resource.key, event.task, position, lineOf(event.place));
    if (event.act === 'released') this.holdings.released(resource.key, event.task, position);
    if (event.act === 'awaited') this.holdings.awaited(resource.key, event.task, position);
  }
}
