/**
 * Owns the Workers that programs run in: one for the run under way, and a spare one, loaded and waiting, for the next.
 * Messages of any other run are dropped here, and nowhere else. A Worker is believed nothing: one that says too much, or what
 * makes no sense, is ended.
 */
import { messagesASecond } from '../../protocol/limits.ts';
import type { NetworkReply, RunReply, RunRequest } from '../../protocol/messages.ts';
import { parseRunReply } from '../../protocol/parse.ts';
import type { WorkerLike } from '../workers/worker-like.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';

/** A run's replies, less those that are about its Worker alone, or about another kind of run. */
export type RunMessage = Exclude<RunReply, { kind: 'loaded' | 'explored' }>;

type Start = Extract<RunRequest, { kind: 'start' }>;

/** Longer than a Worker takes on a slow machine that has other work. */
export const startPatienceMs = 15_000;
const didNotStart =
  'The sandbox in which programs run did not start. If this site was updated while the page was open, reload the page.';

interface Hired {
  worker: WorkerLike;
  loaded: boolean;
  /** What it has compiled ahead. */
  prepared?: Uint8Array<ArrayBuffer>;
}

interface Current extends Hired {
  run: number;
  messages: number;
  since: number;
}

export interface RunnerOptions {
  spawn(): WorkerLike;
  /** Takes away whatever the Workers live in; the next one is made anew. */
  replaceSandbox(): void;
  /** The page's address: what a program's relative addresses are relative to. */
  baseUrl: string;
  onMessage(message: RunMessage): void;
}

export class Runner {
  #spare: Hired | undefined;
  #current: Current | undefined;
  #startTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #options: RunnerOptions;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Makes the spare Worker if there is none. */
  warm(): void {
    this.#spare ??= this.#hire();
  }

  /** Has the spare Worker compile what will probably be started next. */
  prepare(module: Uint8Array<ArrayBuffer>): void {
    this.warm();
    if (this.#spare === undefined || this.#spare.prepared === module) return;
    this.#spare.prepared = module;
    this.#spare.worker.postMessage({ kind: 'prepare', module } satisfies RunRequest);
  }

  start(run: number, module: Uint8Array<ArrayBuffer>, how: Pick<Start, 'jspi' | 'clock' | 'schedule' | 'input'>): void {
    this.stop();
    const { worker, loaded, prepared } = this.#spare ?? this.#hire();
    this.#spare = undefined;
    const current: Current = { run, worker, loaded, messages: 0, since: performance.now() };
    this.#current = current;
    worker.onmessage = (event) => this.#receive(current, event.data);
    worker.onerror = (event) => this.#broken(current, event.message || 'The program’s Worker stopped.');
    worker.onmessageerror = () => this.#broken(current, 'A message of the program could not be read.');
    if (!loaded) this.#startTimer = setTimeout(() => this.#didNotStart(current), startPatienceMs);
    const { baseUrl } = this.#options;
    this.#send({ kind: 'start', run, ...how, baseUrl, ...(prepared === module ? {} : { module }) });
  }

  /** Gives the run under way what was typed for it. @param text nothing: the end */
  give(run: number, text: string | undefined): void {
    if (this.#current?.run === run)
      this.#send(text === undefined ? { kind: 'inputEnd', run } : { kind: 'input', run, text });
  }

  ping(): void {
    if (this.#current !== undefined) this.#send({ kind: 'ping', run: this.#current.run });
  }

  /** The page has shown one message of the run under way. */
  shown(run: number, what: 'output' | 'trace'): void {
    if (this.#current?.run === run) this.#send({ kind: 'shown', run, what });
  }

  answer(reply: NetworkReply): void {
    if (this.#current?.run === reply.run) this.#send(reply);
  }

  /** Ends the run under way, whatever it is doing. */
  stop(): void {
    clearTimeout(this.#startTimer);
    this.#current?.worker.terminate();
    this.#current = undefined;
  }

  /** The same for one that does not even answer: nothing of it shall be left. */
  stopSilent(): void {
    this.stop();
    this.#replaceSandbox();
  }

  dispose(): void {
    this.stop();
    this.#spare?.worker.terminate();
    this.#spare = undefined;
  }

  #hire(): Hired {
    const hired: Hired = { worker: this.#options.spawn(), loaded: false };
    // Its first word; who runs a program in it listens anew.
    hired.worker.onmessage = () => (hired.loaded = true);
    return hired;
  }

  #receive(current: Current, data: unknown): void {
    if (this.#current !== current) return;
    clearTimeout(this.#startTimer);
    try {
      this.#count(current);
      const reply = parseRunReply(data);
      if (reply.kind === 'loaded' || reply.kind === 'explored' || reply.run !== current.run) return;
      if (reply.kind === 'finished' || reply.kind === 'broken') this.stop();
      this.#options.onMessage(reply);
    } catch (error) {
      this.#broken(current, messageOf(error));
    }
  }

  #count(current: Current): void {
    const now = performance.now();
    if (now - current.since > 1_000) {
      current.since = now;
      current.messages = 0;
    }
    current.messages += 1;
    if (current.messages > messagesASecond) throw new Error('It floods the page with messages.');
  }

  #didNotStart(current: Current): void {
    this.#broken(current, didNotStart);
    this.#replaceSandbox();
  }

  #replaceSandbox(): void {
    this.#spare?.worker.terminate();
    this.#spare = undefined;
    this.#options.replaceSandbox();
  }

  #broken(current: Current, message: string): void {
    if (this.#current !== current) return;
    this.stop();
    this.#options.onMessage({ kind: 'broken', run: current.run, message });
  }

  #send(request: RunRequest): void {
    this.#current?.worker.postMessage(request);
  }
}
