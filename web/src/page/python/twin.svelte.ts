/**
 * A Python program beside the C++ one: loads CPython when it is first wanted, runs the program in a Worker of its own, and keeps what
 * it prints. The Worker is believed nothing: one that makes no sense, or takes too long, is ended.
 */
import { messageOf } from '../../../../wasm/api/errors.ts';
import { pythonCharacters } from '../../protocol/limits.ts';
import { parsePythonReply } from '../../protocol/parse.ts';
import type { PythonReply, PythonRequest } from '../../protocol/python.ts';
import type { Example } from '../examples/catalog.ts';
import type { WorkerLike } from '../workers/worker-like.ts';
import type { Progress, PythonFiles } from './files.ts';

/** Time is virtual: an honest program takes a moment. */
const runBudgetMs = 20_000;
/** How long a slow machine takes for the interpreter. */
const startBudgetMs = 60_000;

export type TwinPhase =
  | { kind: 'idle' }
  | { kind: 'loading'; progress: Progress }
  | { kind: 'running' }
  | { kind: 'stopped' }
  | { kind: 'ended' }
  /** Python's traceback, or what kept it from running. */
  | { kind: 'failed'; error: string };

export interface TwinOptions {
  spawn(): WorkerLike;
  load(onProgress: (progress: Progress) => void): Promise<PythonFiles>;
}

export class PythonTwin {
  phase = $state.raw<TwinPhase>({ kind: 'idle' });
  stdout = $state.raw('');
  stderr = $state.raw('');
  /** What a person has made of an example's Python; another example's edit takes its place. */
  #edited = $state.raw<{ example: string; text: string }>();
  readonly #options: TwinOptions;
  #worker: WorkerLike | undefined;
  #isLoaded = false;
  #run = 0;
  #source = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TwinOptions) {
    this.#options = options;
  }

  get isBusy(): boolean {
    return this.phase.kind === 'loading' || this.phase.kind === 'running';
  }

  /** The Python beside an example, as it is now. */
  textOf({ name, python = '' }: Example): string {
    return this.#edited?.example === name ? this.#edited.text : python;
  }

  edit({ name }: Example, text: string): void {
    this.#edited = { example: name, text };
  }

  run(source: string): void {
    // One that still runs does not listen.
    if (this.isBusy) this.#end();
    this.#run += 1;
    this.#source = source;
    this.stdout = '';
    this.stderr = '';
    if (this.#worker !== undefined && this.#isLoaded) return this.#start();
    this.phase = { kind: 'loading', progress: { loaded: 0, total: 0 } };
    void this.#prepare(this.#run);
  }

  stop(): void {
    if (!this.isBusy) return;
    this.#end();
    this.phase = { kind: 'stopped' };
  }

  /** Another program took the place of the one that this is the twin of. */
  clear(): void {
    this.stop();
    this.phase = { kind: 'idle' };
  }

  async #prepare(run: number): Promise<void> {
    try {
      const files = await this.#options.load((progress) => {
        if (this.#isWaiting(run)) this.phase = { kind: 'loading', progress };
      });
      if (!this.#isWaiting(run)) return;
      this.#hire(files);
      this.#within(startBudgetMs, 'Python did not start.');
    } catch (error) {
      if (this.#isWaiting(run)) this.#fail(`Python could not be loaded: ${messageOf(error)}`);
    }
  }

  #isWaiting(run: number): boolean {
    return run === this.#run && this.phase.kind === 'loading';
  }

  #hire(files: PythonFiles): void {
    const worker = this.#options.spawn();
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#receive(worker, data);
    worker.onerror = ({ message }) => this.#broken(worker, message);
    worker.onmessageerror = () => this.#broken(worker, 'a message could not be read');
    this.#post({ kind: 'load', ...files });
  }

  #start(): void {
    this.phase = { kind: 'running' };
    this.#post({ kind: 'run', run: this.#run, source: this.#source });
    this.#within(runBudgetMs, `Python was ended after ${runBudgetMs / 1_000} seconds.`);
  }

  #receive(worker: WorkerLike, data: unknown): void {
    if (worker !== this.#worker) return;
    try {
      this.#take(parsePythonReply(data));
    } catch (error) {
      this.#broken(worker, messageOf(error));
    }
  }

  #take(reply: PythonReply): void {
    if (reply.kind === 'broken') return this.#fail(`Python could not start: ${reply.message}`);
    if (reply.kind === 'loaded') {
      this.#isLoaded = true;
      return this.#start();
    }
    if (reply.run !== this.#run || this.phase.kind !== 'running') return;
    if (reply.kind === 'output') return this.#add(reply.stream, reply.text);
    clearTimeout(this.#timer);
    this.phase = reply.error === undefined ? { kind: 'ended' } : { kind: 'failed', error: reply.error };
  }

  #add(stream: 'stdout' | 'stderr', text: string): void {
    if (this.stdout.length + this.stderr.length + text.length > pythonCharacters)
      throw new Error('it wrote more than it may');
    this[stream] += text;
  }

  #broken(worker: WorkerLike, why: string): void {
    if (worker === this.#worker) this.#fail(`Python could not go on: ${why}`);
  }

  #fail(error: string): void {
    this.#end();
    this.phase = { kind: 'failed', error };
  }

  #within(ms: number, otherwise: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fail(otherwise), ms);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isLoaded = false;
  }

  #post(request: PythonRequest): void {
    this.#worker?.postMessage(request);
  }
}
