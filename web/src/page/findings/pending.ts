/** Tasks that the end of run() cancels in the middle of their work. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import type { Finding } from './finding.ts';
import type { TaskFacts, Tasks } from './tasks.ts';

export class PendingRule {
  readonly found: Finding[] = [];
  /** What run() was given, while it is under way. */
  #main = 0;
  #ended = false;

  event(event: TraceEvent, tasks: Tasks): void {
    if (event.kind === 'created' && event.parent === 0) this.#begin(event.task, tasks);
    if (event.kind === 'done' && event.task === this.#main) this.#ended = event.outcome === 'returned';
    if (event.kind === 'cancelRequested' && this.#ended && event.by === 0 && tasks.steps.length === 0)
      this.#cancelled(tasks.get(event.task));
  }

  #begin(task: number, tasks: Tasks): void {
    const isNext = this.#main === 0 || this.#ended;
    if (!isNext || tasks.get(task)?.isLibrarys !== false) return;
    this.#main = task;
    this.#ended = false;
  }

  #cancelled(task: TaskFacts | undefined): void {
    if (task === undefined || task.isLibrarys || !isInTheMiddle(task)) return;
    const where = task.begun ? 'was in the middle of its work' : 'had not even begun';
    this.found.push({
      kind: 'pendingAtExit',
      line: task.line,
      task: task.id,
      text: `${task.name}, made here, ${where} when the program’s main coroutine returned, and was cancelled.`,
      advice:
        'Await it before the end, by co_await or a TaskGroup; if it is not wanted any more, cancel() it and await that.',
    });
  }
}

/** One that waits for what others bring, or again and again at the same place, serves until the end. */
function isInTheMiddle(task: TaskFacts): boolean {
  if (!task.begun) return true;
  const { wait } = task;
  return wait !== undefined && task.waits && wait.what === 'sleep' && task.waitsAt.get(wait.line) === 1;
}
