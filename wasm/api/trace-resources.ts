/** Locks, queues and their like at a moment of a run, as its events tell of them: docs/event-log.md. */
import { resourceTypes } from './trace-records.ts';
import type { TraceEvent } from './types.ts';

export type ResourceType = (typeof resourceTypes)[number];
export type ResourceUse = Extract<TraceEvent, { kind: 'used' }>;

/** Who holds a lock, or a permit, since when, and the frame of the line that took it. */
export interface Holding {
  task: number;
  since: number;
  place: number;
}

export interface Resource {
  /** One that no other of the run has, whatever the log calls it. */
  key: number;
  type: ResourceType;
  /** For people: of those of its type that are used, in their order. */
  number: number;
  /** The frame of the line that made it, or where it is first told of. */
  place: number;
  /** The first that took it comes first. */
  holders: Holding[];
  /** Items of a queue, permits of a semaphore that are left, tasks that have come to a barrier. */
  level: number;
  /** Of an event: whether it is set; of a lock: whether it is held. Not known before something is done with it. */
  on: boolean | undefined;
}

interface Named {
  resource: Resource;
  isUsed: boolean;
}

export class TraceResources {
  readonly #byId = new Map<number, Named>();
  readonly #counts = new Map<ResourceType, number>();
  #keys = 0;

  /** @param id as a record names it now */
  get(id: number): Resource | undefined {
    return this.#byId.get(id)?.resource;
  }

  /** @returns what is used, as it is then; nothing where the event is not about a resource's state, or makes no sense */
  add(event: ResourceUse): Resource | undefined {
    const type = resourceTypes[event.type];
    if (event.act === 'destroyed') this.#byId.delete(event.resource);
    else if (event.act === 'joined') this.#join(event.resource, event.level);
    else if (type === undefined) return undefined;
    else if (event.act === 'made') this.#make(event.resource, type, event.place);
    else return this.#apply(event, type);
    return undefined;
  }

  #make(id: number, type: ResourceType, place: number): Named {
    const resource = { key: ++this.#keys, type, number: 0, place, holders: [], level: 0, on: undefined };
    const named = { resource, isUsed: false };
    this.#byId.set(id, named);
    return named;
  }

  #join(part: number, whole: number): void {
    const named = this.#byId.get(whole);
    if (named !== undefined) this.#byId.set(part, named);
  }

  #use(id: number, type: ResourceType, place: number): Resource {
    const named = this.#byId.get(id) ?? this.#make(id, type, place);
    if (!named.isUsed) {
      named.isUsed = true;
      const { resource } = named;
      resource.number = (this.#counts.get(resource.type) ?? 0) + 1;
      this.#counts.set(resource.type, resource.number);
    }
    return named.resource;
  }

  #apply({ act, resource: id, task, time, level, place }: ResourceUse, type: ResourceType): Resource | undefined {
    // What is done to a part is not done to the whole; but who waits for a part waits for the whole.
    const isOwn = (this.get(id)?.type ?? type) === type;
    if (!isOwn && act !== 'awaited') return undefined;
    const resource = this.#use(id, type, place);
    if (act === 'awaited') return resource;
    resource.level = level;
    if (act === 'acquired') resource.holders.push({ task, since: time, place });
    if (act === 'released') release(resource, task);
    if (type === 'lock') resource.on = act === 'acquired';
    if (type === 'event') resource.on = act === 'set';
    return resource;
  }
}

/** A permit may be given back by another than took it: then it is the oldest's. */
function release({ holders }: Resource, task: number): void {
  const own = holders.findIndex((holding) => holding.task === task);
  holders.splice(Math.max(own, 0), 1);
}
