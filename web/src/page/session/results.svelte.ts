/** What the panes beside the editor show of the latest run: output, timeline and summary, updated once a frame. */
import { appendLine, appendOutput, emptyLog, type OutputLog } from '../output/log.ts';
import { emptySummary, type OutputChunk, type RunSummary, type Skipped } from '../../protocol/messages.ts';
import type { Clock, RunResult, TraceEvent } from '../../../../wasm/api/types.ts';
import { emptyHistory, HistoryBuilder, type History } from '../rewind/history.ts';
import { TimelineBuilder } from '../timeline/build.ts';
import { LiveFindings } from '../findings/live.svelte.ts';
import { elapsedOn, realOn } from '../run/clocks.ts';
import { emptyTimeline, type Timeline } from '../timeline/model.ts';
import type { Made } from '../summary/figures.ts';
import { Timing } from '../summary/timing.ts';
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
  /** The one that all times of the run are of. */
  clock = $state.raw<Clock>('real');
  /** Of the ended run; absent while none has ended. */
  ended = $state.raw<RunResult>();
  /** When the program was started, on the page's clock. */
  startedAt = 0;
  #summary: RunSummary = emptySummary;
  #builder = new TimelineBuilder();
  #historian = new HistoryBuilder();
  #batches: { chunks: readonly OutputChunk[]; skipped: Skipped }[] = [];
  /** Whom to tell that what they sent is shown. */
  #senders: (() => void)[] = [];
  readonly findings = new LiveFindings();
  /** How the program of the run came to be. */
  made = $state.raw<Made>();
  timing = $state.raw<Pick<Timing, 'peak' | 'longest'>>(new Timing('real'));
  #timing = new Timing('real');
  #events: (readonly TraceEvent[])[] = [];
  readonly #frames = new FrameQueue(() => this.#publish());

  /** @param clock of the run that begins; none: there is none */
  clear(clock?: Clock): void {
    this.clock = clock ?? 'real';
    this.findings.clear(clock);
    this.made = undefined;
    this.timing = this.#timing = new Timing(this.clock);
    this.#events = [];
    this.#builder = new TimelineBuilder();
    this.#historian = new HistoryBuilder();
    this.#batches = [];
    this.#senders = [];
    this.log = emptyLog;
    this.timeline = emptyTimeline;
    this.history = emptyHistory;
    this.run += 1;
    this.summary = this.#summary = emptySummary;
    this.ended = undefined;
  }

  /** @param shown called when it can be seen */
  addOutput(chunks: readonly OutputChunk[], skipped: Skipped, shown: () => void): void {
    this.#builder.addOutput(chunks);
    this.findings.addOutput(chunks);
    this.#batches.push({ chunks, skipped });
    this.#senders.push(shown);
    this.#frames.request();
  }

  /** @param shown called when it can be seen */
  addTrace(events: readonly TraceEvent[], summary: RunSummary, shown: () => void): void {
    this.#builder.addEvents(events);
    this.#historian.add(events);
    this.#events.push(events);
    for (const event of events) this.#timing.add(event);
    this.findings.addEvents(events);
    this.#summary = summary;
    this.#senders.push(shown);
    this.#frames.request();
  }

  /** All that is kept of the run's. */
  events(): TraceEvent[] {
    return this.#events.flat();
  }

  /** The program begins only now: it may have been compiled before. */
  started(source: string, made: Made): void {
    this.source = source;
    this.made = made;
    this.startedAt = performance.now();
    this.findings.started();
  }

  /** A line of the page's own, after all that came before it. */
  addLine(kind: 'info' | 'error' | 'input', text: string): void {
    this.#publish();
    this.log = appendLine(this.log, kind, text);
  }

  /** What comes from now on is shown alone. */
  clearOutput(): void {
    this.#publish();
    this.log = emptyLog;
  }

  end(result: RunResult): void {
    this.#publish();
    this.ended = result;
    this.findings.end(result.failure);
  }

  /** How far the run's clock has come, as far as the page can tell: of virtual time only the events do. */
  elapsedMs(): number {
    if (this.ended !== undefined) return this.ended.clockMs;
    return elapsedOn(this.clock, performance.now() - this.startedAt);
  }

  /** In real time: until the run ends as far as its clock, which has come to `clockMs`, and the page's can tell. */
  wallMs(clockMs: number): number {
    return this.ended?.wallMs ?? realOn(this.clock, clockMs) ?? performance.now() - this.startedAt;
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
    const { peak, longest } = this.#timing;
    this.timing = { peak, longest };
    const senders = this.#senders;
    this.#senders = [];
    for (const shown of senders) shown();
  }
}
