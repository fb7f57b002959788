/**
 * Tasks that are made one after another by the same line, and each awaited before the next: they could have overlapped. Only
 * tasks: who awaits a coroutine may well mean one after the other, who makes a task of it means to go on meanwhile.
 */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { duration } from '../output/outcome.ts';
import type { Finding } from './finding.ts';
import type { TaskFacts, Tasks } from './tasks.ts';

/** Less is not worth a word. */
const leastSavedMs = 10;
const fewest = 2;

/** Of one that makes tasks. */
interface Chain {
  /** The line that makes them; 0 before the first. */
  line: number;
  child: number;
  /** When it began to wait for that. */
  since: number | undefined;
  /** How long it has waited for each of those before. */
  waited: number[];
}

export class SequentialRule {
  readonly found: Finding[] = [];
  readonly #chains = new Map<number, Chain>();

  event(event: TraceEvent, tasks: Tasks): void {
    if (event.kind === 'created') this.#make(event.parent, event.task, tasks);
    if (event.kind === 'suspended') this.#wait(event, tasks);
    if (event.kind === 'woken') this.#wake(event.task, event.time);
    if (event.kind !== 'done') return;
    if (event.outcome !== 'returned') this.#forgetChild(event.task, tasks);
    this.#close(event.task, tasks);
  }

  /** `tasks` know the new one already. */
  #make(parent: number, child: number, tasks: Tasks): void {
    const line = tasks.get(child)?.line ?? 0;
    if (parent === 0) return;
    const chain = this.#chains.get(parent);
    if (line > 0 && chain?.line === line && chain.child === 0) {
      chain.child = child;
      return;
    }
    this.#close(parent, tasks);
    if (line > 0) this.#chains.set(parent, { line, child, since: undefined, waited: [] });
  }

  #wait({ task, awaited, time }: Extract<TraceEvent, { kind: 'suspended' }>, tasks: Tasks): void {
    const chain = this.#chains.get(task);
    if (chain === undefined) return;
    if (awaited !== 0 && awaited === chain.child) chain.since = time;
    else this.#close(task, tasks);
  }

  #wake(task: number, time: number): void {
    const chain = this.#chains.get(task);
    if (chain?.since === undefined) return;
    chain.waited.push(time - chain.since);
    chain.since = undefined;
    chain.child = 0;
  }

  /** What failed may have been tried again. */
  #forgetChild(child: number, tasks: Tasks): void {
    const parent = tasks.get(child)?.parent ?? 0;
    if (this.#chains.get(parent)?.child === child) this.#chains.delete(parent);
  }

  #close(task: number, tasks: Tasks): void {
    const chain = this.#chains.get(task);
    const facts = tasks.get(task);
    this.#chains.delete(task);
    if (chain === undefined || facts === undefined || chain.waited.length < fewest) return;
    const sum = chain.waited.reduce((all, one) => all + one, 0);
    const longest = Math.max(...chain.waited);
    if (sum - longest >= leastSavedMs) this.found.push(describe(chain, sum, longest, facts));
  }
}

function describe({ line, waited }: Chain, sum: number, longest: number, task: TaskFacts): Finding {
  return {
    kind: 'sequential',
    line,
    task: task.id,
    text: `${task.name} made ${waited.length} tasks here and awaited each before it made the next: ${duration(sum)} in all, where at the same time they take ${duration(longest)}.`,
    advice: `If none needs another’s result, make them all first and await them together, by asyncio::gather() or a TaskGroup: that saves ${duration(sum - longest)}.`,
  };
}
