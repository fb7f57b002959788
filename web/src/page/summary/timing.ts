/** What a run's events say of its time, beside what the Worker sums up: in constant memory but for the tasks that live. */
import { slowdown } from '../../../../wasm/api/clocks.ts';
import type { Clock, TraceEvent } from '../../../../wasm/api/types.ts';
import { Lines } from '../findings/place.ts';

export interface LongestStep {
  /** Of the processor. */
  ms: number;
  task: number;
  /** The latest of the program's lines that the step came to, or had gone on from; 0: not known. */
  line: number;
}

/** What is computed is not slowed, and takes no virtual time: then nothing is known of it. */
export function computingFactor(clock: Clock): number | undefined {
  return { real: 1, slow: slowdown, virtual: undefined }[clock];
}

export class Timing {
  /** Most tasks that lived at a time. */
  peak = 0;
  longest: LongestStep | undefined;
  readonly #places = new Lines();
  readonly #lines = new Map<number, number>();
  /** Steps under way, the innermost last: when each began, and how long those within it took. */
  readonly #steps: { begin: number; inner: number }[] = [];
  readonly #factor: number | undefined;

  constructor(clock: Clock) {
    this.#factor = computingFactor(clock);
  }

  add(event: TraceEvent): void {
    this.#places.add(event);
    if (event.kind === 'created') this.#create(event.task, this.#places.of(event));
    if (event.kind === 'suspended') this.#lines.set(event.task, this.#places.of(event));
    if (event.kind === 'stepBegin') this.#steps.push({ begin: event.time, inner: 0 });
    if (event.kind === 'stepEnd') this.#endStep(event.task, event.time);
    if (event.kind === 'done') this.#ended.add(event.task);
  }

  /** Its last step still ends after it is done. */
  readonly #ended = new Set<number>();

  #create(task: number, line: number): void {
    this.#lines.set(task, line);
    this.peak = Math.max(this.peak, this.#lines.size - this.#ended.size);
  }

  #endStep(task: number, time: number): void {
    const step = this.#steps.pop();
    const line = this.#lines.get(task) ?? 0;
    if (this.#ended.delete(task)) this.#lines.delete(task);
    if (step === undefined) return;
    const all = time - step.begin;
    const outer = this.#steps.at(-1);
    if (outer !== undefined) outer.inner += all;
    if (this.#factor === undefined) return;
    const ms = (all - step.inner) * this.#factor;
    if (ms > (this.longest?.ms ?? 0)) this.longest = { ms, task, line };
  }
}
