/** Steps that keep the loop from all others. */
import { slowdown } from '../../../../wasm/api/clocks.ts';
import type { Clock, TraceEvent } from '../../../../wasm/api/types.ts';
import { duration } from '../output/outcome.ts';
import type { Finding } from './finding.ts';
import type { TaskFacts, Tasks } from './tasks.ts';

/** As asyncio's `slow_callback_duration`. */
const longStepMs = 100;
/** Nobody takes it for a hitch. */
const endlessStepMs = 1_000;
const advice =
  'Divide the work by co_await asyncio::sleep(0s), so that others get their turn; natively, hand it to a thread with asyncio::to_thread().';

interface Step {
  begin: number;
  /** Of steps of eager tasks within it. */
  inner: number;
  /** Where it went on from, and where it came to. */
  from: number;
  to: number;
}

export class BlockedRule {
  readonly found: Finding[] = [];
  readonly #factor: number;
  readonly #steps: Step[] = [];

  constructor(clock: Clock) {
    // Virtual time does not pass while a task computes, and what is computed is not slowed.
    this.#factor = { real: 1, virtual: 0, slow: slowdown }[clock];
  }

  event(event: TraceEvent, tasks: Tasks): void {
    if (event.kind === 'stepBegin')
      this.#steps.push({ begin: event.time, inner: 0, from: tasks.get(event.task)?.wait?.line ?? 0, to: 0 });
    const step = this.#steps.at(-1);
    if (event.kind === 'suspended' && step !== undefined) step.to = tasks.lines.of(event);
    if (event.kind === 'stepEnd') this.#end(event.time, tasks.get(event.task));
  }

  #end(time: number, task: TaskFacts | undefined): void {
    const step = this.#steps.pop();
    if (step === undefined) return;
    const all = time - step.begin;
    const outer = this.#steps.at(-1);
    if (outer !== undefined) outer.inner += all;
    const took = (all - step.inner) * this.#factor;
    if (task !== undefined && took >= longStepMs) this.found.push(describe(step, took, task));
  }
}

function describe({ from, to }: Step, took: number, task: TaskFacts): Finding {
  const after = from > 0 ? ` after line ${from}` : '';
  const before = to > 0 ? ` before line ${to}` : '';
  const endless = took >= endlessStepMs;
  return {
    kind: endless ? 'neverYields' : 'blocked',
    line: from || to || task.line,
    task: task.id,
    text: `${task.name} computed for ${duration(took)}${after}${before}, and nothing else could run.`,
    advice,
  };
}
