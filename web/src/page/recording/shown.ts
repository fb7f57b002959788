/** Shows a recording in the place of a run, in the same panes, until the next run or the next recording. */
import type { Notices } from '../session/notices.svelte.ts';
import type { RunResults } from '../session/results.svelte.ts';
import type { WorkerLike } from '../workers/worker-like.ts';
import { RecordingReader } from './reader.ts';

interface Options {
  spawn(): WorkerLike;
  results: RunResults;
  notices: Notices;
  /** What runs has to end first. */
  makeWay(): void;
}

export class ShownRecording {
  readonly #options: Options;
  readonly #reader: RecordingReader;
  /** By the number of what the panes show. */
  #shown = 0;

  constructor(options: Options) {
    const { results } = options;
    this.#options = options;
    this.#reader = new RecordingReader({
      spawn: () => options.spawn(),
      onTrace: ({ events, summary }, shown) => {
        if (this.#isShown()) results.addTrace(events, summary, shown);
        else this.#reader.stop();
      },
      onEnd: (reply) => {
        if (!this.#isShown()) return;
        results.endRecording(reply.summary);
        if (reply.kind === 'unreadable')
          options.notices.show({ topic: 'recording', tone: 'error', text: reply.message, actions: [] });
      },
    });
  }

  open(file: File): void {
    const { results, notices } = this.#options;
    this.#options.makeWay();
    notices.dismiss('recording');
    results.clear('real');
    results.openRecording(file.name);
    this.#shown = results.run;
    this.#reader.open(file);
  }

  dispose(): void {
    this.#reader.stop();
  }

  #isShown(): boolean {
    return this.#options.results.run === this.#shown;
  }
}
