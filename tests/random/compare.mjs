// @ts-check
/** Compares the traces that the library leaves with CPython's. */
import { say } from '../../tools/toolchain/run.mjs';
import { generate } from './generate.mjs';
import { showProgram, showTraces } from './show.mjs';
import { shrink } from './shrink.mjs';

/** @typedef {import('./interpreter.mjs').Interpreter} Interpreter */
/** @typedef {import('./generate.mjs').Program} Program */

const batchSize = 50;

/** One process of each kind, which work side by side. */
export class Lane {
  compared = 0;
  comparedAsWasm = 0;
  /** What to say of each program that failed. @type {string[]} */
  failures = [];

  /**
   * @param {Interpreter} python @param {Interpreter} native
   * @param {Interpreter} [wasm] @param {number} [share] of the programs that it runs
   */
  constructor(python, native, wasm, share = 0.1) {
    this.python = python;
    this.native = native;
    this.wasm = wasm;
    this.share = share;
  }

  /** Compares programs from this seed on, until it is time. @param {number} seed @param {() => boolean} goesOn */
  async compare(seed, goesOn) {
    for (let next = seed; goesOn(); next += batchSize) {
      await this.#batch(Array.from({ length: batchSize }, (_, index) => next + index));
    }
  }

  /** @param {number[]} seeds */
  async #batch(seeds) {
    const programs = seeds.map((seed) => generate(seed));
    const asWasm = this.wasm ? Math.ceil(programs.length * this.share) : 0;
    const [expected, native, wasm] = await Promise.all([
      traces(this.python, programs),
      traces(this.native, programs),
      this.wasm ? traces(this.wasm, programs.slice(0, asWasm)) : [],
    ]);
    this.compared += programs.length;
    this.comparedAsWasm += asWasm;
    for (const [at, program] of programs.entries()) {
      if (native[at] !== expected[at]) await this.#fail(seeds[at] ?? 0, program, this.native);
      else if (this.wasm && at < asWasm && wasm[at] !== expected[at])
        await this.#fail(seeds[at] ?? 0, program, this.wasm);
    }
  }

  /** @param {number} seed @param {Program} program @param {Interpreter} interpreter */
  async #fail(seed, program, interpreter) {
    say(`seed ${seed} differs (${interpreter.name}); shrinking it`);
    const smallest = await shrink(program, async (candidates) => {
      const [expected, got] = await Promise.all([traces(this.python, candidates), traces(interpreter, candidates)]);
      return candidates.map((_, at) => expected[at] !== got[at]);
    });
    const [expected = ''] = await traces(this.python, [smallest]);
    const [got = ''] = await traces(interpreter, [smallest]);
    this.failures.push(
      `seed ${seed} differs (${interpreter.name}); shrunk:\n${JSON.stringify(smallest)}\n` +
        `${showProgram(smallest)}${showTraces(interpreter.name, expected, got)}`,
    );
  }
}

/** @param {Interpreter} interpreter @param {readonly Program[]} programs */
const traces = (interpreter, programs) => interpreter.run(programs.map((program) => JSON.stringify(program)));
