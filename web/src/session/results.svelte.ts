/** What the panes beside the editor show of the latest run: output, timeline and summary, updated once a frame. */
import { appendLine, appendOutput, EMPTY_LOG, type OutputLog } from '../output/log.ts';
import type { OutputChunk, RunSummary } from '../protocol/messages.ts';
import type { TraceEvent } from '../../../wasm/js/types.ts';
import { TimelineBuilder } from '../timeline/build.ts';
import { EMPTY_TIMELINE, type Timeline } from '../timeline/model.ts';
import { EMPTY_SUMMARY } from '../run/summary.ts';
import { FrameQueue } from './frames.ts';

export class RunResults {
  log = $state.raw<OutputLog>(EMPTY_LOG);
  timeline = $state.raw<Timeline>(EMPTY_TIMELINE);
  summary = $state.raw<RunSummary>(EMPTY_SUMMARY);
  /** Of the ended run; absent while none has ended. */
  wallMs = $state.raw<number>();
  /** When the program was started, on the page's clock. */
  startedAt = 0;
  #builder = new TimelineBuilder();
  #chunks: OutputChunk[] = [];
  readonly #frames = new FrameQueue(() => this.#publish());

  clear(): void {
    this.#builder = new TimelineBuilder();
    this.#chunks = [];
    this.log = EMPTY_LOG;
    this.timeline = EMPTY_TIMELINE;
    this.summary = EMPTY_SUMMARY;
    this.wallMs = undefined;
    this.startedAt = performance.now();
  }

  addOutput(chunks: readonly OutputChunk[]): void {
    this.#builder.addOutput(chunks);
    for (const chunk of chunks) this.#chunks.push(chunk);
    this.#frames.request();
  }

  addTrace(events: readonly TraceEvent[], summary: RunSummary): void {
    this.#builder.addEvents(events);
    this.summary = summary;
    this.#frames.request();
  }

  /** A line of the page's own, after all that came before it. */
  addLine(kind: 'info' | 'error', text: string): void {
    this.#publish();
    this.log = appendLine(this.log, kind, text);
  }

  end(wallMs: number): void {
    this.#publish();
    this.wallMs = wallMs;
  }

  #publish(): void {
    if (this.#chunks.length > 0) {
      this.log = appendOutput(this.log, this.#chunks);
      this.#chunks = [];
    }
    const latest = this.#builder.timeline;
    if (latest.revision !== this.timeline.revision) this.timeline = latest;
  }
}
