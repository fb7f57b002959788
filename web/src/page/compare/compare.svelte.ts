/** Two runs: one that was kept, and the one that is shown. */
import type { RunRecord } from './record.ts';

export class Comparison {
  isOpen = $state(false);
  /** The run before, or an earlier one that is held on to. */
  kept = $state.raw<RunRecord>();
  isHeld = $state(false);

  /** The shown run gives way to another. */
  keep(record: RunRecord | undefined): void {
    if (record !== undefined && !(this.isHeld && this.kept !== undefined)) this.kept = record;
  }

  /** Another program took the place of this one. */
  replaced(): void {
    this.isOpen = false;
    this.isHeld = false;
    this.kept = undefined;
  }
}
