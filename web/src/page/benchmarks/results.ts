/** Figures, and where they were measured: what a panel shows and a link holds. */
import type { BenchmarkRow } from '../../../../wasm/api/types.ts';

export interface Results {
  place: Place;
  /** When the last of them was measured. */
  date: Date;
  rows: readonly BenchmarkRow[];
}

/** What the figures depend on, apart from the machine's speed. */
export interface Place {
  /** "Chromium 156 on Linux, 8 cores" */
  browser: string;
  /** The smallest step of the clock, in milliseconds. */
  clockStepMs: number;
  /** Whether the page is cross-origin isolated: browsers then give it a finer clock. */
  isolated: boolean;
  /** Whether a program waits by JSPI; without, it blocks its Worker. */
  jspi: boolean;
}
