/** What the panes beside the editor show of the latest run: output, timeline and summary, updated once a frame. */
import { appendLine, appendOutput, emptyLog, type OutputLog } from '../output/log.ts';
import { mostEvents, mostTasks } from '../../protocol/limits.ts';
import { emptySummary, type OutputChunk, type RunSummary, type Skipped } from '../../protocol/messages.ts';
import { type ReceivedEvents, type TraceBatch, unpackEvents } from '../../protocol/trace-batch.ts';
import type { Clock, RunResult, ToldDeviation, TraceEvent } from '../../../../wasm/api/types.ts';
import { HistoryBuilder } from '../rewind/history-builder.ts';
import { emptyHistory, type History } from '../rewind/history.ts';
import { LiveFindings } from '../findings/live.svelte.ts';
import { elapsedOn, realOn } from '../run/clocks.ts';
import type { Made } from '../summary/figures.ts';
import { Timing } from '../summary/timing.ts';
import { FrameQueue } from './frames.ts';

/** So long may events keep the page before the next frame. */
const mostTakenMs = 5;

export class RunResults {
  log = $state.raw<OutputLog>(emptyLog);
  history = $state.raw<History>(emptyHistory);
  summary = $state.raw<RunSummary>(emptySummary);
  /** The text that runs, or ran. */
  source = $state.raw('');
  /** The name of the recording that is shown in the place of a run. */
  recording = $state.raw<string>();
  /** How many events the page has of the run. */
  #kept = 0;
  /** Events that are only counted: of a run that is longer than the page keeps. */
  cut = $state(0);
  /** Changes with each run. */
  run = $state(0);
  /** The one that all times of the run are of. */
  clock = $state.raw<Clock>('real');
  /** In which order it runs what is ready; absent: first in, first out. */
  schedule = $state.raw<string>();
  /** How that differs from first in, first out, once the run has ended. */
  told = $state.raw<readonly ToldDeviation[]>();
  /** Of the ended run; absent while none has ended. */
  ended = $state.raw<RunResult>();
  /** When the program was started, on the page's clock. */
  startedAt = 0;
  #summary: RunSummary = emptySummary;
  #historian = new HistoryBuilder();
  #batches: { chunks: readonly OutputChunk[]; skipped: Skipped }[] = [];
  /** Whom to tell that what they sent is shown. */
  #senders: (() => void)[] = [];
  /** Milliseconds that events took since the latest frame. */
  #takenMs = 0;
  readonly findings = new LiveFindings();
  /** How the program of the run came to be. */
  made = $state.raw<Made>();
  timing = $state.raw<Pick<Timing, 'peak' | 'longest'>>(new Timing('real'));
  #timing = new Timing('real');
  #events: TraceBatch[] = [];
  readonly #frames = new FrameQueue(() => this.#publish());

  /** @param clock of the run that begins; none: there is none */
  clear(clock?: Clock, schedule?: string): void {
    this.clock = clock ?? 'real';
    this.schedule = schedule;
    this.told = undefined;
    this.findings.clear(clock);
    this.made = undefined;
    this.timing = this.#timing = new Timing(this.clock);
    this.#events = [];
    this.#kept = this.cut = 0;
    this.#historian = new HistoryBuilder();
    this.#batches = [];
    this.#senders = [];
    this.log = emptyLog;
    this.history = emptyHistory;
    this.run += 1;
    this.summary = this.#summary = emptySummary;
    this.ended = undefined;
    this.recording = undefined;
  }

  /** @param shown called when it can be seen */
  addOutput(chunks: readonly OutputChunk[], skipped: Skipped, shown: () => void): void {
    this.#historian.addOutput(chunks);
    this.findings.addOutput(chunks);
    this.#batches.push({ chunks, skipped });
    this.#senders.push(shown);
    this.#frames.request();
  }

  /** @param shown called when more may come: at once while there is time before the next frame, else when it can be seen */
  addTrace({ list, packed }: ReceivedEvents, summary: RunSummary, shown: () => void): void {
    const begin = performance.now();
    this.#historian.add(list);
    this.#events.push(packed);
    this.#kept += list.length;
    for (const event of list) this.#timing.add(event);
    this.findings.addEvents(list);
    this.#summary = summary;
    this.#frames.request();
    this.#takenMs += performance.now() - begin;
    if (this.#takenMs < mostTakenMs) shown();
    else this.#senders.push(shown);
  }

  /** All that is kept of the run's. */
  events(): TraceEvent[] {
    return this.#events.flatMap((packed) => unpackEvents(packed) ?? []);
  }

  /** The program begins only now: it may have been compiled before. */
  started(source: string, made: Made): void {
    this.source = source;
    this.made = made;
    this.startedAt = performance.now();
    this.findings.started();
  }

  /** What comes then is a native program's: its text is not known, nor what it wrote. */
  openRecording(name: string): void {
    this.source = '';
    this.recording = name;
    this.findings.started();
  }

  endRecording(summary: RunSummary): void {
    this.#summary = summary;
    this.#publish();
    this.findings.end();
    const tasks = `${summary.tasks.toLocaleString('en')} tasks, ${summary.events.toLocaleString('en')} events`;
    this.addLine('info', `${this.recording ?? ''}: ${tasks}. A recording does not hold what the program wrote.`);
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

  end(result: RunResult, told?: readonly ToldDeviation[]): void {
    this.#publish();
    this.ended = result;
    this.told = told;
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
    const latest = this.#historian.history;
    if (latest.length !== this.history.length) this.history = latest;
    this.summary = this.#summary;
    const isFull = this.#kept >= mostEvents || this.history.order.length >= mostTasks;
    this.cut = isFull ? this.#summary.events - this.#kept : 0;
    const { peak, longest } = this.#timing;
    this.timing = { peak, longest };
    this.#takenMs = 0;
    const senders = this.#senders;
    this.#senders = [];
    for (const shown of senders) shown();
  }
}
