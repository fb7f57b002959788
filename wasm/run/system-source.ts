/** Where a program's system calls take time and chance from: the world, or what is the same in each run. */
import { Chance } from './chance.ts';
import type { ProgramClock } from './clock.ts';

export interface SystemSource {
  /** WASI's clocks, in nanoseconds: 0 is the wall clock, the others only go forward. */
  clock(id: number): bigint;
  fillRandom(bytes: Uint8Array): void;
}

/** getRandomValues gives no more at once. */
const randomBlock = 65536;

export class RealSystem implements SystemSource {
  readonly #clock: ProgramClock;

  constructor(clock: ProgramClock) {
    this.#clock = clock;
  }

  clock(id: number): bigint {
    return this.#clock.system(id);
  }

  fillRandom(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += randomBlock) {
      bytes.set(crypto.getRandomValues(new Uint8Array(Math.min(randomBlock, bytes.length - at))), at);
    }
  }
}

/** As a run under a schedule has it. */
export class RepeatableSystem implements SystemSource {
  static readonly #begin = BigInt(Date.UTC(2026, 0, 1)) * 1_000_000n;
  /** A program that looks at the clock until some time has passed comes to an end. */
  static readonly #aLook = 10_000n;
  readonly #chance = new Chance(1);
  readonly #now: () => number;
  #looks = 0n;

  /** @param now the loop's virtual time, in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  clock(id: number): bigint {
    this.#looks += 1n;
    const passed = BigInt(Math.round(this.#now() * 1e6)) + this.#looks * RepeatableSystem.#aLook;
    return id === 0 ? RepeatableSystem.#begin + passed : passed;
  }

  fillRandom(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) bytes[at] = this.#chance.below(256);
  }
}
