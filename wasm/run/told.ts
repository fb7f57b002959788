/** The deviations of a run by the names of its tasks. */
import { mostTold } from '../api/shapes.ts';
import type { ToldDeviation, TraceEvent } from '../api/types.ts';
import type { Scheduler } from './scheduler.ts';

/** Names of a run's tasks, with their coroutines: "Task-3 (fetch)", as numbers differ from run to run. */
export class TaskNames {
  readonly #names = new Map<number, { name: string; coroutine: string }>();

  add(events: readonly TraceEvent[]): void {
    for (const event of events) {
      if (event.kind === 'created') this.#names.set(event.task, event);
      if (event.kind === 'renamed') {
        const { coroutine = '' } = this.#names.get(event.task) ?? {};
        this.#names.set(event.task, { name: event.name, coroutine });
      }
    }
  }

  /** @param task 0: a timer */
  of(task: number): string {
    if (task === 0) return '';
    const { name, coroutine } = this.#names.get(task) ?? { name: `task ${task}`, coroutine: '' };
    // The longest name, and the longest coroutine's, are cut: none of it is longer than the text of an event.
    return (coroutine === '' ? name : `${name} (${coroutine})`).slice(0, longestName);
  }
}

const longestName = 400;

/** The first of the deviations that a run took. */
export function tell({ taken }: Scheduler, names: TaskNames): ToldDeviation[] {
  return taken
    .slice(0, mostTold)
    .map(({ time, first, second }) => ({ time, first: names.of(first), second: names.of(second) }));
}
