/**
 * Owns the Worker in which a program's schedules are explored: in the sandbox, as any run, and believed nothing. One that says
 * too much, or nothing for long, is ended; what it had found by then stays.
 */
import type { Exploration } from '../../../../wasm/api/types.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';
import type { RunRequest } from '../../protocol/messages.ts';
import { parseRunReply } from '../../protocol/parse.ts';
import type { WorkerLike } from '../workers/worker-like.ts';
import type { Budget } from './budget.ts';

/** An honest one says something ten times a second, unless the program does not yield. */
export const silenceMs = 10_000;
const mostASecond = 50;

export const neverYields = 'A run never yields to the event loop: no end after ten seconds.';

export interface ExplorerOptions {
  spawn(): WorkerLike;
  onProgress(exploration: Exploration): void;
  /** @param problem why it ended before its time; absent: all is well */
  onEnd(problem?: string): void;
}

export class Explorer {
  readonly #options: ExplorerOptions;
  #worker: WorkerLike | undefined;
  #run = 0;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #messages: number[] = [];

  constructor(options: ExplorerOptions) {
    this.#options = options;
  }

  start(module: Uint8Array<ArrayBuffer>, { runs, ms }: Budget, seed: number): void {
    this.stop();
    const run = ++this.#run;
    const worker = this.#options.spawn();
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#receive(run, data);
    worker.onerror = ({ message }) => this.#end(run, message || 'The program’s Worker stopped.');
    worker.onmessageerror = () => this.#end(run, 'A message of the program could not be read.');
    worker.postMessage({ kind: 'explore', run, module, runs, ms, seed } satisfies RunRequest);
    this.#wait(run);
  }

  /** Ends it at once, without a word. */
  stop(): void {
    clearTimeout(this.#silence);
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #wait(run: number): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#end(run, neverYields), silenceMs);
  }

  #receive(run: number, data: unknown): void {
    if (this.#worker === undefined || run !== this.#run) return;
    try {
      this.#count();
      const reply = parseRunReply(data);
      this.#wait(run);
      if (reply.kind === 'loaded' || reply.run !== run) return;
      if (reply.kind === 'broken') return this.#end(run, reply.message);
      if (reply.kind !== 'explored') return;
      this.#options.onProgress(reply.exploration);
      if (reply.ended) this.#end(run);
    } catch (error) {
      this.#end(run, messageOf(error));
    }
  }

  #count(): void {
    const now = performance.now();
    this.#messages = [...this.#messages.filter((time) => time > now - 1_000), now];
    if (this.#messages.length > mostASecond) throw new Error('It floods the page with messages.');
  }

  #end(run: number, problem?: string): void {
    if (this.#worker === undefined || run !== this.#run) return;
    this.stop();
    this.#options.onEnd(problem);
  }
}
