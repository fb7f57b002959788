/**
 * Owns the Workers that programs run in: one for the run under way, and a spare one, loaded and waiting, for the next.
 * Messages of any other run are dropped here, and nowhere else.
 */
import type { RunReply, RunRequest } from '../protocol/messages.ts';
import { parseRunReply } from '../protocol/parse.ts';
import type { WorkerLike } from '../workers/workerLike.ts';
import { messageOf } from '../ui/errors.ts';

/** A run's replies, less the one that is about its Worker alone. */
export type RunMessage = Exclude<RunReply, { kind: 'loaded' }>;

export class Runner {
  #spare: WorkerLike | undefined;
  #current: { run: number; worker: WorkerLike } | undefined;
  readonly #spawn: () => WorkerLike;
  readonly #baseUrl: string;
  readonly #onMessage: (message: RunMessage) => void;

  /** @param options `baseUrl` is the page's address, from which programs reach what it grants them */
  constructor(options: { spawn: () => WorkerLike; baseUrl: string; onMessage: (message: RunMessage) => void }) {
    this.#spawn = options.spawn;
    this.#baseUrl = options.baseUrl;
    this.#onMessage = options.onMessage;
  }

  /** Makes the spare Worker if there is none. */
  warm(): void {
    this.#spare ??= this.#spawn();
  }

  start(run: number, module: WebAssembly.Module, jspi: boolean): void {
    this.stop();
    this.warm();
    const worker = this.#spare;
    if (worker === undefined) return;
    this.#spare = undefined;
    this.#current = { run, worker };
    worker.onmessage = (event) => this.#receive(worker, event.data);
    worker.onerror = (event) => this.#broken(worker, event.message || 'The program’s Worker stopped.');
    worker.onmessageerror = () => this.#broken(worker, 'A message of the program could not be read.');
    this.#send({ kind: 'start', run, module, jspi, baseUrl: this.#baseUrl });
  }

  ping(): void {
    if (this.#current !== undefined) this.#send({ kind: 'ping', run: this.#current.run });
  }

  /** Ends the run under way, whatever it is doing. */
  stop(): void {
    this.#current?.worker.terminate();
    this.#current = undefined;
  }

  dispose(): void {
    this.stop();
    this.#spare?.terminate();
    this.#spare = undefined;
  }

  #receive(worker: WorkerLike, data: unknown): void {
    if (this.#current?.worker !== worker) return;
    try {
      const reply = parseRunReply(data);
      if (reply.kind === 'loaded' || reply.run !== this.#current.run) return;
      if (reply.kind === 'finished' || reply.kind === 'broken') this.stop();
      this.#onMessage(reply);
    } catch (error) {
      this.#broken(worker, messageOf(error));
    }
  }

  #broken(worker: WorkerLike, message: string): void {
    if (this.#current?.worker !== worker) return;
    const { run } = this.#current;
    this.stop();
    this.#onMessage({ kind: 'broken', run, message });
  }

  #send(request: RunRequest): void {
    this.#current?.worker.postMessage(request);
  }
}
