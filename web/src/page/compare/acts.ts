/** What the tasks of a run did, one act after the other, in words that two runs have in common. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { Lines } from '../findings/place.ts';

export interface Act {
  /** Milliseconds since the run began, by its clock. */
  time: number;
  /** Who: "Task-3 (fetch)". */
  task: string;
  /** "runs", "waits for sleep", "returned": what it did. */
  what: string;
  /** The line of the text at which the task stands, or stood last; 0: not known. */
  line: number;
}

interface Known {
  name: string;
  coroutine: string;
  line: number;
}

export function actsOf(events: Iterable<TraceEvent>): Act[] {
  const teller = new Teller();
  return [...events].flatMap((event) => teller.tell(event) ?? []);
}

class Teller {
  readonly #lines = new Lines();
  readonly #tasks = new Map<number, Known>();

  /** @returns nothing of what is no act of a task */
  tell(event: TraceEvent): Act | undefined {
    this.#lines.add(event);
    switch (event.kind) {
      case 'created':
        this.#tasks.set(event.task, { ...event, line: this.#lines.of(event) });
        return undefined;
      case 'renamed': {
        const known = this.#tasks.get(event.task);
        if (known !== undefined) known.name = event.name;
        return undefined;
      }
      case 'stepBegin':
        return this.#act(event, 'runs');
      case 'suspended': {
        const known = this.#tasks.get(event.task);
        const line = this.#lines.of(event);
        if (known !== undefined && line > 0) known.line = line;
        return this.#act(event, `waits for ${event.what === '' ? 'the event loop' : event.what}`);
      }
      case 'done':
        return this.#act(event, event.outcome);
      case 'iteration':
      case 'stepEnd':
      case 'woken':
      case 'cancelRequested':
      case 'frame':
      case 'dropped':
      case 'timer':
      case 'used':
        return undefined;
    }
  }

  #act({ task, time }: { task: number; time: number }, what: string): Act | undefined {
    const known = this.#tasks.get(task);
    if (known === undefined) return undefined;
    const { name, coroutine, line } = known;
    return { time, task: coroutine === '' ? name : `${name} (${coroutine})`, what, line };
  }
}
