/** Queues into which more is put than anybody takes. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import type { Resource } from '../../../../wasm/api/trace-resources.ts';
import type { Finding } from './finding.ts';
import type { Lines } from './place.ts';
import { labelOf, type ResourceFacts } from './resources.ts';
import type { Tasks } from './tasks.ts';

/** Fewer are no heap. */
const fewestLeft = 50;
const advice =
  'Give it a bound, Queue<T> queue(100), so that put() waits until there is room; or let more tasks take from it.';

/** What was done to a queue. */
interface Use {
  resource: Resource;
  puts: number;
  /** Of the latest put. */
  task: number;
  place: number;
}

export class QueueGrowsRule {
  readonly #uses = new Map<number, Use>();
  /** Of queues that are gone. */
  readonly #found: Finding[] = [];

  /** Before the facts know of the event. */
  event(event: TraceEvent, tasks: Tasks, facts: ResourceFacts): void {
    if (event.kind !== 'used') return;
    const resource = facts.resources.get(event.resource);
    if (resource?.type !== 'queue') return;
    if (event.act === 'put') {
      const puts = (this.#uses.get(resource.key)?.puts ?? 0) + 1;
      this.#uses.set(resource.key, { resource, puts, task: event.task, place: event.place });
    }
    if (event.act === 'destroyed') {
      this.#found.push(...this.#look(resource.key, tasks));
      this.#uses.delete(resource.key);
    }
  }

  /** Once the run is over: what is full now may be empty later. */
  found(tasks: Tasks): Finding[] {
    return [...this.#found, ...[...this.#uses.keys()].flatMap((key) => this.#look(key, tasks))];
  }

  #look(key: number, tasks: Tasks): Finding[] {
    const use = this.#uses.get(key);
    if (use === undefined || use.resource.level < fewestLeft || use.resource.level < use.puts / 2) return [];
    return [describe(use, tasks, tasks.lines)];
  }
}

function describe({ resource, puts, task, place }: Use, tasks: Tasks, lines: Lines): Finding {
  const { name = 'Somebody' } = tasks.get(task) ?? {};
  const taken = puts - resource.level;
  return {
    kind: 'queueGrows',
    line: lines.at(place) || lines.at(resource.place),
    task,
    text: `${name} and others put ${puts} items into ${labelOf(resource)}, of which ${taken} were taken: ${resource.level} were left at the end.`,
    advice,
  };
}
