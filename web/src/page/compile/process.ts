/** One compiler Worker. It does one thing at a time and cannot be asked to stop: what is not wanted any more ends with it. */
import type { CompileResult, LoadProgress } from '../../../../wasm/api/types.ts';
import type { CompilerFiles, CompilerReply, CompilerRequest } from '../../protocol/messages.ts';
import { parseCompilerReply } from '../../protocol/parse.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';
import type { WorkerLike } from '../workers/worker-like.ts';

export interface ProcessListener {
  onProgress(progress: LoadProgress): void;
  /** It waits for something to do: for the first time, or again. */
  onIdle(process: CompilerProcess): void;
  /** From these another one can begin at once. */
  onFiles(files: CompilerFiles): void;
  onCompiled(process: CompilerProcess, id: number, result: CompileResult): void;
  onLoadFailed(process: CompilerProcess, message: string): void;
  onCrash(process: CompilerProcess, message: string): void;
}

/** Where it takes the compiler from. */
export type Origin = Extract<CompilerRequest, { kind: 'load' | 'adopt' }>;
export type Work = Extract<CompilerRequest, { kind: 'compile' | 'prepare' }>;

export class CompilerProcess {
  readonly #worker: WorkerLike;
  readonly #listener: ProcessListener;
  #isLoaded = false;
  #work: Work | undefined;
  /** Beginnings of texts that are compiled ahead, each the beginning of the next. */
  #covered: string[] = [];

  constructor(worker: WorkerLike, origin: Origin, listener: ProcessListener) {
    this.#worker = worker;
    this.#listener = listener;
    worker.onmessage = (event) => this.#receive(event.data);
    worker.onerror = (event) => listener.onCrash(this, event.message || 'its Worker stopped');
    worker.onmessageerror = () => listener.onCrash(this, 'its answer could not be read');
    this.#send(origin);
  }

  get isIdle(): boolean {
    return this.#isLoaded && this.#work === undefined;
  }

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** What it does. */
  get work(): Work | undefined {
    return this.#work;
  }

  /** How much of a text it has compiled ahead. */
  coverage(source: string): number {
    return this.#covered.findLast((text) => source.startsWith(text))?.length ?? 0;
  }

  begin(work: Work): void {
    this.#work = work;
    this.#send(work);
  }

  end(): void {
    this.#worker.onmessage = null;
    this.#worker.onerror = null;
    this.#worker.onmessageerror = null;
    this.#worker.terminate();
  }

  #receive(data: unknown): void {
    try {
      this.#handle(parseCompilerReply(data));
    } catch (error) {
      this.#listener.onCrash(this, messageOf(error));
    }
  }

  #handle(reply: CompilerReply): void {
    switch (reply.kind) {
      case 'progress':
        return this.#listener.onProgress(reply.progress);
      case 'ready':
        this.#isLoaded = true;
        return this.#listener.onIdle(this);
      case 'files':
        return this.#listener.onFiles(reply.files);
      case 'loadFailed':
        return this.#listener.onLoadFailed(this, reply.message);
      case 'compiled':
        return this.#finishCompile(reply.id, reply.result);
      case 'prepared':
        return this.#finishPreparing(reply.covered);
      case 'compileFailed':
        return this.#listener.onCrash(this, reply.message);
    }
  }

  #finishCompile(id: number, result: CompileResult): void {
    if (this.#work?.kind !== 'compile' || this.#work.id !== id) return;
    this.#work = undefined;
    this.#listener.onCompiled(this, id, result);
    this.#listener.onIdle(this);
  }

  #finishPreparing(covered: number): void {
    if (this.#work?.kind !== 'prepare') return;
    const text = this.#work.source.slice(0, covered);
    this.#covered = [...this.#covered.filter((above) => text.startsWith(above) && above !== text), text];
    this.#work = undefined;
    this.#listener.onIdle(this);
  }

  #send(request: CompilerRequest): void {
    this.#worker.postMessage(request);
  }
}
