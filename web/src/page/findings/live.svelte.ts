/** The findings of the run that is shown, as they are known. */
import type { Clock, Failure, TraceEvent } from '../../../../wasm/api/types.ts';
import type { OutputChunk } from '../../protocol/messages.ts';
import { Analysis } from './analysis.ts';
import { Calm } from './calm.ts';
import { grouped, type Finding } from './finding.ts';

export type FindingGroup = ReturnType<typeof grouped>[number];

export class LiveFindings {
  list = $state.raw<readonly FindingGroup[]>([]);
  /** Whether a run is shown at all. */
  isLooking = $state(false);
  /** The text was edited since: lines may have moved. */
  isOld = $state(false);
  #analysis = new Analysis('real');
  #shown: readonly Finding[] = [];
  readonly #calm = new Calm(() => this.#show());

  /** @param clock of the run that begins; none: nothing is to be shown */
  clear(clock: Clock | undefined): void {
    this.#analysis = new Analysis(clock ?? 'real');
    this.#shown = this.list = [];
    this.isLooking = clock !== undefined;
    this.isOld = false;
    this.#calm.begin();
  }

  /** The program begins only now: it may have been compiled before. */
  started(): void {
    this.#calm.begin();
  }

  addOutput(chunks: Iterable<OutputChunk>): void {
    this.#analysis.addOutput(chunks);
    this.#calm.request();
  }

  addEvents(events: Iterable<TraceEvent>): void {
    this.#analysis.addEvents(events);
    this.#calm.request();
  }

  end(failure?: Failure): void {
    this.#analysis.end(failure);
    this.#calm.end();
  }

  #show(): void {
    const found = this.#analysis.findings;
    if (JSON.stringify(found) === JSON.stringify(this.#shown)) return;
    this.#shown = found;
    this.list = grouped(found);
  }
}
