/**
 * A program's time, as far as the host makes it. In slow motion all of it passes slowly: the loop's clock, the system's clocks
 * that the program may ask, and its timers. Virtual time is the library's own; see `asyncio_time` in docs/host-abi.md.
 */
import { slowdown } from '../api/clocks.ts';
import type { Clock } from '../api/types.ts';

export class ProgramClock {
  readonly kind: Clock;
  readonly #slowdown: number;
  readonly #begin = performance.now();
  readonly #wallBegin = Date.now();

  constructor(clock: Clock) {
    this.kind = clock;
    this.#slowdown = clock === 'slow' ? slowdown : 1;
  }

  get isVirtual(): boolean {
    return this.kind === 'virtual';
  }

  /** Milliseconds since the run began, as anybody's watch has them. */
  get wallMs(): number {
    return performance.now() - this.#begin;
  }

  /** The same as the program has them, unless its time is virtual. */
  get now(): number {
    return this.fromReal(this.wallMs);
  }

  /** WASI's clocks, in nanoseconds: 0 is the wall clock, the others only go forward. */
  system(id: number): bigint {
    const origin = id === 0 ? this.#wallBegin : this.#begin;
    return BigInt(Math.round((origin + this.now) * 1e6));
  }

  fromReal(ms: number): number {
    return ms / this.#slowdown;
  }

  /** How long to wait for so many milliseconds of the program to pass. */
  toReal(ms: number): number {
    return ms * this.#slowdown;
  }
}
