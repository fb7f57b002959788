// @ts-check
/** An interpreter of random programs: a process that reads a program a line, and writes its trace and a line "=". */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ToolchainError } from '../../tools/toolchain/run.mjs';

/** Past it a program hangs; none takes a hundredth of it. */
const timeout = 120_000;

/** A program that every interpreter can run. */
const nothing = [[], [[]], [], 0, 0];

export class Interpreter {
  /** @type {import('node:child_process').ChildProcessWithoutNullStreams | undefined} */
  #process;
  /** What comes back, line by line. @type {AsyncIterator<string> | undefined} */
  #lines;
  #errors = '';
  /** When the process has ended. @type {Promise<unknown> | undefined} */
  #closed;

  /** @param {string} name @param {string} command @param {readonly string[]} [args] */
  constructor(name, command, args = []) {
    this.name = name;
    this.command = command;
    this.args = args;
  }

  /**
   * The traces of programs (as JSON). One on which the interpreter ends or hangs has what it said for its trace; the
   * others go on in a new process.
   * @param {readonly string[]} programs @returns {Promise<string[]>}
   */
  async run(programs) {
    const traces = /** @type {string[]} */ ([]);
    while (traces.length < programs.length) {
      const child = this.#process ?? (await this.#start());
      child.stdin.write(`${programs.slice(traces.length).join('\n')}\n`);
      let trace = await this.#next();
      while (trace !== undefined) {
        traces.push(trace);
        if (traces.length === programs.length) return traces;
        trace = await this.#next();
      }
      await this.stop();
      traces.push(`ended or hung:\n${this.#errors.slice(0, 8000)}`);
    }
    return traces;
  }

  async stop() {
    const child = this.#process;
    this.#process = undefined;
    if (!child) return;
    child.kill('SIGKILL');
    // What it has said is whole then.
    await this.#closed;
  }

  async #start() {
    const child = spawn(this.command, this.args, { env: { ...process.env, ASAN_OPTIONS: 'detect_leaks=1' } });
    this.#errors = '';
    child.stderr.on('data', (data) => (this.#errors += data));
    // A process that has ended is noticed by its output.
    child.stdin.on('error', () => {});
    this.#closed = new Promise((resolve) => child.once('close', resolve));
    this.#lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    this.#process = child;
    child.stdin.write(`${JSON.stringify(nothing)}\n`);
    if ((await this.#next()) === undefined) {
      await this.stop();
      throw new ToolchainError(`${this.name} does not work:\n${this.#errors.slice(-4000)}`);
    }
    return child;
  }

  /** The next trace; none if the process has ended or is stuck. @returns {Promise<string | undefined>} */
  async #next() {
    const lines = [];
    const timer = setTimeout(() => this.#process?.kill('SIGKILL'), timeout);
    try {
      for (;;) {
        const line = await this.#lines?.next();
        if (!line || line.done) return undefined;
        if (line.value === '=') break;
        lines.push(line.value);
      }
    } finally {
      clearTimeout(timer);
    }
    return lines.join('\n');
  }
}
