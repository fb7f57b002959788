/** Locks that are held across a long wait, while others wait for them. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { duration } from '../output/outcome.ts';
import type { Finding } from './finding.ts';
import { labelOf, type ResourceFacts } from './resources.ts';
import type { Tasks } from './tasks.ts';

/** Others have waited for so long while the holder itself did nothing. */
const longWaitMs = 3_000;
const advice =
  'Hold the lock only while what it guards is read or changed: release it before the long wait, and take it again.';

export class LockHeldRule {
  readonly found: Finding[] = [];
  readonly #told = new Set<string>();

  /** Before the facts know of the event. */
  event(event: TraceEvent, tasks: Tasks, facts: ResourceFacts): void {
    if (event.kind !== 'woken') return;
    const holder = tasks.get(event.task);
    const wait = holder?.wait;
    // One who waits for a lock himself is part of another matter, and what a task waits for may hold the lock's sense.
    if (holder === undefined || wait === undefined || facts.waits.has(event.task) || wait.awaited !== 0) return;
    for (const [waiter, { resource, since }] of facts.waits) {
      const holds = resource.type === 'lock' && resource.holders.some(({ task }) => task === event.task);
      const together = event.time - Math.max(wait.since, since);
      if (!holds || together < longWaitMs) continue;
      const key = `${resource.key} ${wait.line}`;
      if (this.#told.has(key)) continue;
      this.#told.add(key);
      const name = tasks.get(waiter)?.name ?? 'another task';
      this.found.push({
        kind: 'lockHeld',
        line: wait.line,
        task: event.task,
        text: `${holder.name} held ${labelOf(resource)} while it waited here for ${wait.what}, and for ${duration(together)} ${name} could not go on.`,
        advice,
      });
    }
  }
}
