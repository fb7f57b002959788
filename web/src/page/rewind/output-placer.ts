/**
 * Puts what a program writes on the lanes of the tasks that wrote it. Output comes to the page by a way of its own, earlier than the
 * trace: what was written during a step belongs to its task, and what lies before it to the step round it, if there is one, else to
 * no task. It counts how long steps take, too, as they nest in the same way.
 */
import type { OutputChunk } from '../../protocol/messages.ts';
import { countUpTo } from './search.ts';
import type { OutputMark, TaskHistory } from './task-history.ts';

/** Marks past so many on one lane are only counted. */
export const mostMarks = 2_000;
/** Output that waits for the step it belongs to. */
const mostPending = 4_000;

interface Step {
  begin: number;
  /** Of the steps within it. */
  innerMs: number;
}

export class OutputPlacer {
  /** In order of time; their times once more, for the search. */
  #pending: OutputMark[] = [];
  #times: number[] = [];
  readonly #steps: Step[] = [];

  add(chunks: Iterable<OutputChunk>): void {
    for (const { stream, text, time } of chunks) {
      if (this.#pending.length >= mostPending) return;
      this.#pending.push({ stream, text, time });
      this.#times.push(Math.max(time, this.#times.at(-1) ?? 0));
    }
  }

  begin(time: number): void {
    this.#steps.push({ begin: time, innerMs: 0 });
  }

  /** @returns how long the step took, without those within it; nothing for one that never began */
  end(task: TaskHistory, time: number): number | undefined {
    const step = this.#steps.pop();
    if (step === undefined) return undefined;
    const outer = this.#steps.at(-1);
    if (outer !== undefined) outer.innerMs += time - step.begin;
    if (this.#pending.length > 0) this.#place(task, step.begin, time, outer === undefined);
    return time - step.begin - step.innerMs;
  }

  #place(task: TaskHistory, begin: number, end: number, isOutermost: boolean): void {
    const to = countUpTo(this.#times, end);
    let from = to;
    while (from > 0 && (this.#times[from - 1] ?? 0) >= begin) from -= 1;
    for (const mark of this.#pending.slice(from, to)) {
      if (task.output.length < mostMarks) task.output.push(mark);
      else task.outputLeftOut += 1;
    }
    const first = isOutermost ? 0 : from;
    this.#pending.splice(first, to - first);
    this.#times.splice(first, to - first);
  }
}
