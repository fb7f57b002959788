/** Looks a run through, event by event. Pure: what it has found depends on nothing but what it was given. */
import type { Clock, Failure, TraceEvent } from '../../../../wasm/api/types.ts';
import type { OutputChunk } from '../../protocol/messages.ts';
import { BlockedRule } from './blocked.ts';
import { findDeadlock } from './deadlock.ts';
import type { Finding } from './finding.ts';
import { PendingRule } from './pending.ts';
import { LockHeldRule } from './lock-held.ts';
import { neverReleased } from './never-released.ts';
import { QueueGrowsRule } from './queue-grows.ts';
import { ReportedRule } from './reported.ts';
import { ResourceFacts } from './resources.ts';
import { SequentialRule } from './sequential.ts';
import { SwallowedRule } from './swallowed.ts';
import { Tasks } from './tasks.ts';

export class Analysis {
  readonly #tasks = new Tasks();
  readonly #reported = new ReportedRule();
  readonly #swallowed = new SwallowedRule();
  readonly #pending = new PendingRule();
  readonly #sequential = new SequentialRule();
  readonly #blocked: BlockedRule;
  readonly #resources = new ResourceFacts();
  readonly #lockHeld = new LockHeldRule();
  readonly #queueGrows = new QueueGrowsRule();
  #isOver = false;
  #failure: Failure | undefined;

  constructor(clock: Clock) {
    this.#blocked = new BlockedRule(clock);
  }

  addEvents(events: Iterable<TraceEvent>): void {
    for (const event of events) this.#add(event);
  }

  addOutput(chunks: Iterable<OutputChunk>): void {
    for (const { stream, text } of chunks) if (stream === 'stderr') this.#reported.output(text);
  }

  /** @param failure why the run ended early, if it did */
  end(failure: Failure | undefined): void {
    this.#failure = failure;
    this.#isOver = true;
  }

  /** The gravest first; of the same kind in the order of the run. */
  get findings(): Finding[] {
    const [tasks, resources] = [this.#tasks, this.#resources];
    const deadlock =
      this.#failure?.kind === 'deadlock'
        ? findDeadlock(this.#failure, tasks, resources)
        : this.#isOver
          ? neverReleased(tasks, resources)
          : [];
    // What waits when nothing can go on is destroyed as a consequence.
    const reported = this.#reported.found(this.#tasks);
    return [
      ...deadlock,
      ...reported.filter(({ kind }) => deadlock.length === 0 || kind !== 'destroyedPending'),
      ...this.#blocked.found,
      ...this.#swallowed.found,
      ...this.#pending.found,
      ...this.#sequential.found,
      ...this.#lockHeld.found,
      ...(this.#isOver ? this.#queueGrows.found(tasks) : []),
    ];
  }

  /** The rules see a new task already, and of all others what was before the event. */
  #add(event: TraceEvent): void {
    if (event.kind === 'created') this.#tasks.apply(event);
    for (const rule of [this.#blocked, this.#swallowed, this.#pending, this.#sequential])
      rule.event(event, this.#tasks);
    for (const rule of [this.#lockHeld, this.#queueGrows]) rule.event(event, this.#tasks, this.#resources);
    this.#resources.apply(event, this.#tasks.lines);
    if (event.kind !== 'created') this.#tasks.apply(event);
  }
}
