/** Tasks that were asked to stop, and went on as if nothing had been. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import type { Finding } from './finding.ts';
import type { Tasks } from './tasks.ts';

interface Request {
  by: number;
  /** How often the task had waited by then. */
  waitCount: number;
  /** The line that it waited at. */
  line: number;
}

export class SwallowedRule {
  readonly found: Finding[] = [];
  readonly #requests = new Map<number, Request>();

  event(event: TraceEvent, tasks: Tasks): void {
    if (event.kind === 'cancelRequested') this.#request(event.task, event.by, tasks);
    if (event.kind === 'done') this.#end(event.task, event.outcome, tasks);
  }

  /** Timeouts and groups, which ask by nobody, take their request back. */
  #request(id: number, by: number, tasks: Tasks): void {
    const task = tasks.get(id);
    if (by === 0 || task === undefined || !task.waits || this.#requests.has(id)) return;
    this.#requests.set(id, { by, waitCount: task.waitCount, line: task.wait?.line ?? 0 });
  }

  #end(id: number, outcome: string, tasks: Tasks): void {
    const [request, task] = [this.#requests.get(id), tasks.get(id)];
    this.#requests.delete(id);
    if (request === undefined || task === undefined || outcome !== 'returned') return;
    // Who ends at once has understood, whatever it returns.
    if (task.waitCount === request.waitCount) return;
    const by = tasks.get(request.by)?.name ?? 'another task';
    const waits = task.waitCount - request.waitCount;
    this.found.push({
      kind: 'swallowed',
      line: request.line,
      task: id,
      text: `${task.name} was cancelled by ${by} while it waited here, but caught that, waited ${waits === 1 ? 'once' : `${waits} times`} more and returned.`,
      advice:
        'Let asyncio::CancelledError pass: clean up, then throw it again (throw;), and catch no more than you mean to.',
    });
  }
}
