/**
 * The page's end of the compiler Worker.
 *
 * One compile is under way at most and one waits at most: a newer text takes the waiting place, and the promise of the one
 * that lost it rejects with `Superseded`. Every promise settles: on its reply, on a crash, on `restart` and on `dispose`.
 */
import type { CompileResult, LoadProgress } from '../../../../wasm/api/types.ts';
import type { CompilerReply, CompilerRequest } from '../../protocol/messages.ts';
import { parseCompilerReply } from '../../protocol/parse.ts';
import type { WorkerLike } from '../workers/worker-like.ts';
import { messageOf } from '../../protocol/errors.ts';

export type CompilerState =
  | { kind: 'loading'; progress: LoadProgress }
  | { kind: 'ready'; isBusy: boolean }
  | { kind: 'failed'; message: string };

/** A newer text was asked for before this one's turn came. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** The compiler itself failed, which says nothing about the program. */
export class CompilerCrashed extends Error {
  override readonly name = 'CompilerCrashed';
}

interface Job {
  id: number;
  source: string;
  /** How long it may take. */
  budgetMs: number;
  promise: Promise<CompileResult>;
  resolve(result: CompileResult): void;
  reject(error: Error): void;
}

function makeJob(id: number, source: string, budgetMs: number): Job {
  let resolve!: Job['resolve'];
  let reject!: Job['reject'];
  const promise = new Promise<CompileResult>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { id, source, budgetMs, promise, resolve, reject };
}

const nothingLoaded: CompilerState = { kind: 'loading', progress: { loaded: 0, total: 0 } };

export class CompilerClient {
  #worker: WorkerLike | undefined;
  #state: CompilerState = nothingLoaded;
  #underWay: Job | undefined;
  #waiting: Job | undefined;
  #lastId = 0;
  /** Of the compile under way. */
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #spawn: () => WorkerLike;
  readonly #baseUrl: string;
  readonly #onState: (state: CompilerState) => void;

  constructor(options: { spawn: () => WorkerLike; baseUrl: string; onState: (state: CompilerState) => void }) {
    this.#spawn = options.spawn;
    this.#baseUrl = options.baseUrl;
    this.#onState = options.onState;
  }

  /** Begins to load the compiler; at any later call it does nothing. */
  start(): void {
    if (this.#worker !== undefined) return;
    const worker = this.#spawn();
    this.#worker = worker;
    worker.onmessage = (event) => this.#receive(worker, event.data);
    worker.onerror = (event) => this.#crash(worker, event.message || 'its Worker stopped');
    worker.onmessageerror = () => this.#crash(worker, 'its answer could not be read');
    this.#enter(nothingLoaded);
    this.#send({ kind: 'load', baseUrl: this.#baseUrl });
  }

  /** @param budgetMs after which the compile is ended, and the compiler loaded anew */
  compile(source: string, budgetMs: number): Promise<CompileResult> {
    if (this.#state.kind === 'failed') return Promise.reject(new CompilerCrashed(this.#state.message));
    const same = this.#jobOf(source);
    if (same !== undefined) return same.promise;
    this.#waiting?.reject(new Superseded());
    this.#waiting = makeJob(++this.#lastId, source, budgetMs);
    const { promise } = this.#waiting;
    this.#next();
    return promise;
  }

  /** Throws the Worker away with whatever it is doing, and loads a new one. */
  restart(reason: string): void {
    this.#end(new CompilerCrashed(reason));
    this.start();
  }

  dispose(): void {
    this.#end(new CompilerCrashed('The page was closed.'));
  }

  get state(): CompilerState {
    return this.#state;
  }

  /** Lets the compile of a text, if there is one, take longer. */
  allow(source: string, budgetMs: number): void {
    const job = this.#jobOf(source);
    if (job === undefined) return;
    job.budgetMs = Math.max(job.budgetMs, budgetMs);
    if (job === this.#underWay) this.#watch(job);
  }

  #jobOf(source: string): Job | undefined {
    return [this.#underWay, this.#waiting].find((job) => job?.source === source);
  }

  /** A compile cannot be asked to stop: its Worker has to go. */
  #watch(job: Job): void {
    clearTimeout(this.#timer);
    const left = this.#since + job.budgetMs - performance.now();
    this.#timer = setTimeout(() => {
      const seconds = Math.round(job.budgetMs / 1000);
      this.restart(`The compile was ended: it took longer than ${seconds} seconds. The compiler is loading again.`);
    }, left);
  }

  #receive(worker: WorkerLike, data: unknown): void {
    if (worker !== this.#worker) return;
    try {
      this.#handle(worker, parseCompilerReply(data));
    } catch (error) {
      this.#crash(worker, messageOf(error));
    }
  }

  #handle(worker: WorkerLike, reply: CompilerReply): void {
    switch (reply.kind) {
      case 'progress':
        return this.#enter({ kind: 'loading', progress: reply.progress });
      case 'ready':
        this.#enter({ kind: 'ready', isBusy: false });
        return this.#next();
      case 'loadFailed':
        return this.#fail(reply.message);
      case 'compiled':
        return this.#settle(reply.id, (job) => job.resolve(reply.result));
      case 'compileFailed':
        return this.#crash(worker, reply.message);
    }
  }

  #settle(id: number, finish: (job: Job) => void): void {
    const job = this.#underWay;
    if (job?.id !== id) return;
    this.#underWay = undefined;
    clearTimeout(this.#timer);
    finish(job);
    this.#next();
    if (!this.#isBusy) this.#enter({ kind: 'ready', isBusy: false });
  }

  get #isBusy(): boolean {
    return this.#underWay !== undefined;
  }

  #next(): void {
    if (this.#state.kind !== 'ready' || this.#underWay !== undefined || this.#waiting === undefined) return;
    this.#underWay = this.#waiting;
    this.#waiting = undefined;
    this.#since = performance.now();
    this.#watch(this.#underWay);
    if (!this.#state.isBusy) this.#enter({ kind: 'ready', isBusy: true });
    this.#send({ kind: 'compile', id: this.#underWay.id, source: this.#underWay.source });
  }

  /** A crash while it loads would only repeat itself; after that a new Worker is worth a try. */
  #crash(worker: WorkerLike, message: string): void {
    if (worker !== this.#worker) return;
    if (this.#state.kind === 'ready') this.restart(`The compiler stopped (${message}). It is loading again.`);
    else this.#fail(message);
  }

  #fail(message: string): void {
    this.#end(new CompilerCrashed(message));
    this.#enter({ kind: 'failed', message });
  }

  #end(error: Error): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    const jobs = [this.#underWay, this.#waiting];
    this.#underWay = undefined;
    this.#waiting = undefined;
    for (const job of jobs) job?.reject(error);
  }

  #enter(state: CompilerState): void {
    this.#state = state;
    this.#onState(state);
  }

  #send(request: CompilerRequest): void {
    this.#worker?.postMessage(request);
  }
}
