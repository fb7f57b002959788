/** What the panes beside the editor show of the latest run: output, timeline and summary, updated once a frame. */
import { appendLine, appendOutput, emptyLog, type OutputLog } from '../output/log.ts';
import { emptySummary, type OutputChunk, type RunSummary, type Skipped } from '../../protocol/messages.ts';
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { emptyHistory, HistoryBuilder, type History } from '../rewind/history.ts';
import { TimelineBuilder } from '../timeline/build.ts';
import { emptyTimeline, type Timeline } from '../timeline/model.ts';
import { FrameQueue } from './frames.ts';

export class RunResults {
  log = $state.raw<OutputLog>(emptyLog);
  timeline = $state.raw<Timeline>(emptyTimeline);
  history = $state.raw<History>(emptyHistory);
  summary = $state.raw<RunSummary>(emptySummary);
  /** The text that runs, or ran. */
  source = $state.raw('');
  /** Changes with each run. */
  run = $state(0);
  /** Of the ended run; absent while none has ended. */
  wallMs = $state.raw<number>();
  /** When the program was started, on the page's clock. */
  startedAt = 0;
  #summary: RunSummary = emptySummary;
  #builder = new TimelineBuilder();
  #historian = new HistoryBuilder();
  #batches: { chunks: readonly OutputChunk[]; skipped: Skipped }[] = [];
  /** Whom to tell that what they sent is shown. */
  #senders: (() => void)[] = [];
  readonly #frames = new FrameQueue(() => this.#publish());

  clear(): void {
    this.#builder = new TimelineBuilder();
    this.#historian = new HistoryBuilder();
    this.#batches = [];
    this.#senders = [];
    this.log = emptyLog;
    this.timeline = emptyTimeline;
    this.history = emptyHistory;
    this.run += 1;
    this.summary = this.#summary = emptySummary;
    this.wallMs = undefined;
  }

  /** The program starts. */
  begin(source: string): void {
    this.source = source;
    this.startedAt = performance.now();
  }

  /** @param shown called when it can be seen */
  addOutput(chunks: readonly OutputChunk[], skipped: Skipped, shown: () => void): void {
    this.#builder.addOutput(chunks);
    this.#batches.push({ chunks, skipped });
    this.#senders.push(shown);
    this.#frames.request();
  }

  /** @param shown called when it can be seen */
  addTrace(events: readonly TraceEvent[], summary: RunSummary, shown: () => void): void {
    this.#builder.addEvents(events);
    this.#historian.add(events);
    this.#summary = summary;
    this.#senders.push(shown);
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
    for (const { chunks, skipped } of this.#batches) this.log = appendOutput(this.log, chunks, skipped);
    this.#batches = [];
    const latest = this.#builder.timeline;
    if (latest.revision !== this.timeline.revision) {
      this.timeline = latest;
      this.history = this.#historian.history;
    }
    this.summary = this.#summary;
    const senders = this.#senders;
    this.#senders = [];
    for (const shown of senders) shown();
  }
}
