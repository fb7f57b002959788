/** Runs the benchmarks in a Worker of their own, which each run, Stop and the page's end take down. */
import type { Thoroughness } from '../../protocol/messages.ts';
import { parseBenchReply } from '../../protocol/parse.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';
import type { WorkerLike } from '../workers/worker-like.ts';
import { isBusy, notRun, reduce, type SuiteEvent, type SuiteState } from './state.ts';

export interface SuiteOptions {
  spawn(): WorkerLike;
  /** Fetches the C++ benchmarks. */
  module(): Promise<Uint8Array<ArrayBuffer>>;
}

export class Suite {
  state = $state.raw<SuiteState>(notRun);
  readonly #options: SuiteOptions;
  #worker: WorkerLike | undefined;

  constructor(options: SuiteOptions) {
    this.#options = options;
  }

  async start(how: Thoroughness): Promise<void> {
    this.#terminate();
    const worker = this.#options.spawn();
    this.#worker = worker;
    this.#apply({ kind: 'start', turns: how.turns });
    worker.onmessage = (event) => this.#receive(worker, event.data);
    worker.onerror = (event) => this.#broken(worker, event.message || 'The Worker of the benchmarks stopped.');
    worker.onmessageerror = () => this.#broken(worker, 'A message of the benchmarks could not be read.');
    try {
      const module = await this.#options.module();
      // Unless it was stopped meanwhile.
      if (this.#worker === worker) worker.postMessage({ kind: 'start', module, ...how });
    } catch (error) {
      this.#broken(worker, `The benchmarks could not be loaded: ${messageOf(error)}`);
    }
  }

  /** Ends the run, whatever it is doing; its figures so far stay. */
  stop(): void {
    this.#terminate();
    this.#apply({ kind: 'stop' });
  }

  dispose(): void {
    this.#terminate();
  }

  #receive(worker: WorkerLike, data: unknown): void {
    if (this.#worker !== worker) return;
    try {
      this.#apply(parseBenchReply(data));
    } catch (error) {
      this.#broken(worker, messageOf(error));
    }
  }

  #broken(worker: WorkerLike, message: string): void {
    if (this.#worker === worker) this.#apply({ kind: 'broken', message });
  }

  #apply(event: SuiteEvent): void {
    this.state = reduce(this.state, event);
    if (!isBusy(this.state)) this.#terminate();
  }

  #terminate(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
