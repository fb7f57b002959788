/** Opens recordings in a Worker, one at a time. What it says is checked like what a program's says: the file is a stranger's. */
import type { RecordingReply, RecordingRequest } from '../../protocol/messages.ts';
import { parseRecordingReply } from '../../protocol/parse.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';
import type { WorkerLike } from '../workers/worker-like.ts';

export interface RecordingReaderOptions {
  spawn(): WorkerLike;
  /** @param shown to be called once the events are seen; the next come then */
  onTrace(reply: Extract<RecordingReply, { kind: 'trace' }>, shown: () => void): void;
  /** All is read, or nothing further can be. */
  onEnd(reply: Exclude<RecordingReply, { kind: 'trace' }>): void;
}

export class RecordingReader {
  readonly #options: RecordingReaderOptions;
  #worker: WorkerLike | undefined;
  #summary: RecordingReply['summary'] = { iterations: 0, tasks: 0, busyMs: 0, events: 0 };

  constructor(options: RecordingReaderOptions) {
    this.#options = options;
  }

  open(file: Blob): void {
    this.stop();
    const worker = this.#options.spawn();
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#receive(worker, data);
    worker.onerror = ({ message }) => this.#fail(worker, message || 'The recording’s reader stopped.');
    worker.onmessageerror = () => this.#fail(worker, 'The recording could not be read.');
    worker.postMessage({ kind: 'open', file } satisfies RecordingRequest);
  }

  /** Reads no further. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #receive(worker: WorkerLike, data: unknown): void {
    if (worker !== this.#worker) return;
    try {
      const reply = parseRecordingReply(data);
      this.#summary = reply.summary;
      if (reply.kind === 'trace') {
        const shown = { kind: 'shown' } satisfies RecordingRequest;
        return this.#options.onTrace(reply, () => worker.postMessage(shown));
      }
      this.stop();
      this.#options.onEnd(reply);
    } catch (error) {
      this.#fail(worker, messageOf(error));
    }
  }

  #fail(worker: WorkerLike, message: string): void {
    if (worker !== this.#worker) return;
    this.stop();
    this.#options.onEnd({ kind: 'unreadable', message, summary: this.#summary });
  }
}
