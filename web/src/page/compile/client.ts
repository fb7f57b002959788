/**
 * The page's end of the compiler: up to two Workers.
 *
 * Only the latest text is wanted. A newer one ends the compile of an older, whose promise rejects with `Superseded`. What stands
 * above the place where somebody types is compiled ahead, by the second Worker, and so is a text that was compiled as a whole.
 * Every promise settles: on its reply, on a crash, on `restart` and on `dispose`.
 */
import type { CompileResult, LoadProgress, Optimisation } from '../../../../wasm/api/types.ts';
import type { CompilerFiles } from '../../protocol/messages.ts';
import type { WorkerLike } from '../workers/worker-like.ts';
import { Job } from './job.ts';
import { CompilerProcess, type ProcessListener } from './process.ts';

export type CompilerState =
  | { kind: 'loading'; progress: LoadProgress }
  | { kind: 'ready'; isBusy: boolean }
  | { kind: 'failed'; message: string };

/** A newer text was asked for before this one was compiled. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** The compiler itself failed, which says nothing about the program. */
export class CompilerCrashed extends Error {
  override readonly name = 'CompilerCrashed';
}

const nothingLoaded: CompilerState = { kind: 'loading', progress: { loaded: 0, total: 0 } };
/** A program that compiles in that time needs nothing compiled ahead. */
const quickMs = 450;
/** So long a text, in characters, hardly takes longer. */
const shortText = 1_200;
/** What is compiled ahead may have no end. */
const preparationBudgetMs = 20_000;
/** With what is compiled ahead an older text is soon done, and to end it would lose that. */
const worthKeeping = 400;

/** So many must be there for two compiles and the page; a person waits for one of them at most. */
const fewCores = 4;

export interface ClientOptions {
  spawn: () => WorkerLike;
  baseUrl: string;
  /** How many the machine has. */
  cores: number;
  onState: (state: CompilerState) => void;
}

interface Place {
  source: string;
  limit: number;
}

export class CompilerClient {
  #processes: CompilerProcess[] = [];
  /** Without a second one a compile would have to wait for what is compiled ahead. */
  #canHaveSecond = true;
  #files: CompilerFiles | undefined;
  #state: CompilerState = nothingLoaded;
  #job: Job | undefined;
  /** Above which of them it is to be compiled ahead, in this order. */
  #places: Place[] = [];
  /** The beginning of a text that could not be compiled ahead. */
  #hopeless: string | undefined;
  #preparationTimer: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;
  /** Of the latest compile of a whole text. */
  #lastMs: number | undefined;
  readonly #spawn: () => WorkerLike;
  readonly #baseUrl: string;
  readonly #onState: (state: CompilerState) => void;
  readonly #listener: ProcessListener;
  /** Whether two Workers get on as fast as one. */
  readonly #hasManyCores: boolean;

  constructor(options: ClientOptions) {
    this.#spawn = options.spawn;
    this.#hasManyCores = options.cores >= fewCores;
    this.#baseUrl = options.baseUrl;
    this.#onState = options.onState;
    this.#listener = {
      onProgress: (progress) => this.#enter({ kind: 'loading', progress }),
      onIdle: () => this.#next(),
      onFiles: (files) => {
        this.#files = files;
        this.#next();
      },
      onCompiled: (process, id, result) => this.#compiled(process, id, result),
      onLoadFailed: (process, message) => this.#loadFailed(process, message),
      onCrash: (process, message) => this.#crash(process, message),
    };
  }

  /** Begins to load the compiler; at any later call it does nothing. */
  start(): void {
    if (this.#processes.length > 0) return;
    this.#add();
    this.#enter(nothingLoaded);
  }

  /** @param budgetMs after which the compile is ended, and the compiler loaded anew */
  compile(source: string, budgetMs: number, optimisation: Optimisation = 0): Promise<CompileResult> {
    if (this.#state.kind === 'failed') return Promise.reject(new CompilerCrashed(this.#state.message));
    if (this.#job?.source === source && this.#job.optimisation === optimisation) return this.#job.promise;
    this.#job?.reject(new Superseded());
    this.#job = new Job(++this.#lastId, { source, optimisation, budgetMs }, (job) => this.#overdue(job));
    const { promise } = this.#job;
    this.#next();
    return promise;
  }

  /**
   * Somebody works at a place of a text: what stands above it is compiled ahead, at once or, where that would slow down the compile
   * that is to come, after it.
   */
  workAt(source: string, limit: number): void {
    this.#places = [{ source, limit }];
    for (const process of this.#processes) if (isStalePreparation(process, source)) this.#replace(process);
    if (this.#hasManyCores) this.#next();
  }

  /** Throws all Workers away with whatever they are doing, and begins anew. */
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
    if (this.#job?.source === source) this.#job.allow(budgetMs);
  }

  #add(): void {
    const origin = this.#files
      ? ({ kind: 'adopt', files: this.#files } as const)
      : ({ kind: 'load', baseUrl: this.#baseUrl } as const);
    this.#processes.push(new CompilerProcess(this.#spawn(), origin, this.#listener));
  }

  #replace(process: CompilerProcess): void {
    process.end();
    this.#processes = this.#processes.filter((other) => other !== process);
    this.#add();
  }

  #next(): void {
    if (!this.#processes.some(({ isLoaded }) => isLoaded)) return;
    this.#beginJob();
    this.#beginPreparing();
    const isBusy = this.#job !== undefined;
    if (this.#state.kind !== 'ready' || this.#state.isBusy !== isBusy) this.#enter({ kind: 'ready', isBusy });
  }

  #beginJob(): void {
    const job = this.#job;
    if (job === undefined) return;
    this.#endStale(job);
    const running = this.#runningJob(job);
    const best = this.#idle().sort((a, b) => b.coverage(job.source) - a.coverage(job.source))[0];
    if (best === undefined) return;
    // It has begun; but with what was compiled ahead since then it may be done earlier.
    if (running !== undefined && best.coverage(job.source) <= running.coverage(job.source)) return;
    job.begin();
    best.begin({ kind: 'compile', id: job.id, source: job.source, optimisation: job.optimisation });
  }

  #idle(): CompilerProcess[] {
    return this.#processes.filter(({ isIdle }) => isIdle);
  }

  #runningJob(job: Job): CompilerProcess | undefined {
    return this.#processes.find(({ work }) => work?.kind === 'compile' && work.id === job.id);
  }

  #endStale(job: Job): void {
    for (const process of this.#processes) {
      const isStale = process.work?.kind === 'compile' && process.work.id !== job.id;
      if (isStale && process.coverage(job.source) < worthKeeping && this.#files) this.#replace(process);
    }
  }

  #beginPreparing(): void {
    if (!this.#canHaveSecond) return;
    this.#places = this.#places.filter((one) => this.#isWorthPreparing(one));
    const [place] = this.#places;
    if (place === undefined || this.#processes.some(({ work }) => work?.kind === 'prepare')) return;
    if (this.#job !== undefined && !this.#hasManyCores) return;
    if (this.#processes.length < 2) return this.#files && this.#add();
    const best = this.#idle()
      .sort((a, b) => a.coverage(place.source) - b.coverage(place.source))
      .at(-1);
    if (best === undefined || (this.#job !== undefined && this.#runningJob(this.#job) === undefined)) return;
    this.#places.shift();
    best.begin({ kind: 'prepare', ...place });
    clearTimeout(this.#preparationTimer);
    this.#preparationTimer = setTimeout(() => this.#giveUp(best), preparationBudgetMs);
  }

  #giveUp(process: CompilerProcess): void {
    const { work } = process;
    if (work?.kind !== 'prepare') return;
    this.#hopeless = work.source.slice(0, work.limit);
    this.#replace(process);
  }

  #isWorthPreparing({ source, limit }: Place): boolean {
    if (source.length < shortText || (this.#lastMs !== undefined && this.#lastMs < quickMs)) return false;
    const above = source.slice(0, limit);
    if (this.#hopeless !== undefined && above.startsWith(this.#hopeless)) return false;
    const covered = Math.max(...this.#processes.map((process) => process.coverage(above)));
    return limit - covered >= shortText / 2;
  }

  #compiled(process: CompilerProcess, id: number, result: CompileResult): void {
    const job = this.#job;
    if (job?.id !== id) return;
    if (process.coverage(job.source) === 0 && job.optimisation === 0) this.#compiledWhole(job.source, result);
    this.#job = undefined;
    const slower = this.#runningJob(job);
    if (slower !== undefined) this.#replace(slower);
    job.resolve(result);
  }

  /** Wherever it will be changed next, the next compile is to find something. */
  #compiledWhole(source: string, { ok, compileMs }: CompileResult): void {
    this.#lastMs = compileMs;
    if (!ok || this.#places.length > 0) return;
    this.#places = [0.5, 1].map((part) => ({ source, limit: Math.floor(part * source.length) }));
  }

  /** A compile cannot be asked to stop: its Worker has to go. */
  #overdue({ budgetMs }: Job): void {
    const seconds = Math.round(budgetMs / 1000);
    this.restart(`The compile was ended: it took longer than ${seconds} seconds. The compiler is loading again.`);
  }

  /** Where there is no room for a second one, the first goes on alone. */
  #loadFailed(process: CompilerProcess, message: string): void {
    if (!this.#processes.some(({ isLoaded }) => isLoaded)) return this.#fail(message);
    this.#canHaveSecond = false;
    process.end();
    this.#processes = this.#processes.filter((other) => other !== process);
  }

  /** A crash while it loads would only repeat itself; after that a new Worker is worth a try. */
  #crash(process: CompilerProcess, message: string): void {
    if (!this.#processes.includes(process)) return;
    if (!process.isLoaded) return this.#loadFailed(process, message);
    if (process.work?.kind === 'prepare') return this.#giveUp(process);
    this.restart(`The compiler stopped (${message}). It is loading again.`);
  }

  #fail(message: string): void {
    this.#end(new CompilerCrashed(message));
    this.#enter({ kind: 'failed', message });
  }

  #end(error: Error): void {
    clearTimeout(this.#preparationTimer);
    for (const process of this.#processes) process.end();
    this.#processes = [];
    this.#places = [];
    const job = this.#job;
    this.#job = undefined;
    job?.reject(error);
  }

  #enter(state: CompilerState): void {
    this.#state = state;
    this.#onState(state);
  }
}

/** It prepares what is not the beginning of the text any more. */
function isStalePreparation({ work }: CompilerProcess, source: string): boolean {
  return work?.kind === 'prepare' && !source.startsWith(work.source.slice(0, work.limit));
}
