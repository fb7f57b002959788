/**
 * Every message between the page and its Workers: the shapes, and from them the types. Whoever receives one checks it by
 * `parse.ts`; the page believes nothing that comes from a Worker in which a program runs.
 */
import * as v from 'valibot';
import { scheduleText } from '../../../wasm/api/schedules.ts';
import {
  benchmarkRow,
  bytes,
  clock,
  compileResult,
  count,
  exploration,
  finite,
  loadProgress,
  networkRequest,
  optimisation,
  runResult,
  mostTold,
  text,
  toldDeviation,
} from '../../../wasm/api/shapes.ts';
import { batchChunks, chunkText, longestWord, mostInput, mostWords } from './limits.ts';
import { traceBatch } from './trace-batch.ts';

const address = text(8_192);
const sentence = text(4_096);
const run = { run: count };

const outputStream = v.picklist(['stdout', 'stderr']);
export type OutputStream = v.InferOutput<typeof outputStream>;

/** A piece of what the program wrote, at most to the end of a line; `time` is milliseconds since the run began. */
const outputChunk = v.object({
  stream: outputStream,
  text: text(chunkText),
  time: finite,
  /** Characters of this line that were left out after it, as the line is too long. Absent: none. */
  cut: v.exactOptional(count),
});
export type OutputChunk = v.InferOutput<typeof outputChunk>;

/** What the Worker did not send. */
const skipped = v.object({ lines: count, characters: count });
export type Skipped = v.InferOutput<typeof skipped>;

/** What a run amounts to, over all its events, those that the timeline does not keep included. */
const runSummary = v.object({ iterations: count, tasks: count, busyMs: finite, events: count });
export type RunSummary = v.InferOutput<typeof runSummary>;
export const emptySummary: RunSummary = { iterations: 0, tasks: 0, busyMs: 0, events: 0 };

/** A loaded compiler, from which another Worker can begin at once: its module, and its files as one pack. */
const compilerFiles = v.object({ module: v.instance(WebAssembly.Module), base: v.instance(Blob) });
export type CompilerFiles = v.InferOutput<typeof compilerFiles>;

export const compilerRequest = v.variant('kind', [
  v.object({ kind: v.literal('load'), baseUrl: address }),
  v.object({ kind: v.literal('adopt'), files: compilerFiles }),
  v.object({ kind: v.literal('compile'), id: count, source: v.string(), optimisation }),
  // Compiles ahead what stands above a place in a text, an offset.
  v.object({ kind: v.literal('prepare'), source: v.string(), limit: count }),
]);
export type CompilerRequest = v.InferOutput<typeof compilerRequest>;

export const compilerReply = v.variant('kind', [
  v.object({ kind: v.literal('progress'), progress: loadProgress }),
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('files'), files: compilerFiles }),
  v.object({ kind: v.literal('loadFailed'), message: sentence }),
  v.object({ kind: v.literal('compiled'), id: count, result: compileResult }),
  // So many characters of the text are compiled ahead now.
  v.object({ kind: v.literal('prepared'), covered: count }),
  v.object({ kind: v.literal('compileFailed'), message: sentence }),
]);
export type CompilerReply = v.InferOutput<typeof compilerReply>;

const headers = v.array(v.tuple([v.string(), v.string()]));

/** What became of a program's request. */
const networkReplies = [
  v.object({
    kind: v.literal('fetched'),
    ...run,
    id: count,
    status: count,
    statusText: v.string(),
    url: v.string(),
    headers,
    body: bytes,
  }),
  v.object({ kind: v.literal('fetchFailed'), ...run, id: count, refused: v.boolean(), message: v.string() }),
] as const;
export type NetworkReply = v.InferOutput<(typeof networkReplies)[number]>;

/** What a program is given: arguments, environment (`NAME=value`), and its input, to which more may come where it `waits`. */
const programInput = v.object({
  args: v.pipe(v.array(text(longestWord)), v.maxLength(mostWords)),
  env: v.pipe(v.array(text(longestWord)), v.maxLength(mostWords)),
  text: text(mostInput),
  waits: v.boolean(),
});
export type ProgramInput = v.InferOutput<typeof programInput>;

export const runRequest = v.variant('kind', [
  // Compiles a module ahead of the run that it will be started for.
  v.object({ kind: v.literal('prepare'), module: bytes }),
  // Without a module: the one that was prepared.
  v.object({
    kind: v.literal('start'),
    ...run,
    module: v.exactOptional(bytes),
    jspi: v.boolean(),
    clock,
    /** With virtual time; absent: first in, first out. */
    schedule: v.exactOptional(text(scheduleText)),
    baseUrl: address,
    // Absent: nothing.
    input: v.exactOptional(programInput),
  }),
  // Many runs of one program, in place of one; see `ExploreOptions`.
  v.object({ kind: v.literal('explore'), ...run, module: bytes, runs: count, ms: count, seed: count }),
  // What was typed for the program while it runs; and that nothing more follows.
  v.object({ kind: v.literal('input'), ...run, text: text(mostInput) }),
  v.object({ kind: v.literal('inputEnd'), ...run }),
  v.object({ kind: v.literal('ping'), ...run }),
  // The page has shown one message of this kind; the next may come.
  v.object({ kind: v.literal('shown'), ...run, what: v.picklist(['output', 'trace']) }),
  ...networkReplies,
]);
export type RunRequest = v.InferOutput<typeof runRequest>;

/** Each reply but the first carries its run's number, by which the page drops what came too late. */
export const runReply = v.variant('kind', [
  v.object({ kind: v.literal('loaded') }),
  v.object({
    kind: v.literal('output'),
    ...run,
    chunks: v.pipe(v.array(outputChunk), v.maxLength(batchChunks)),
    skipped,
  }),
  v.object({
    kind: v.literal('trace'),
    ...run,
    events: traceBatch,
    summary: runSummary,
  }),
  v.object({ kind: v.literal('fetch'), ...run, id: count, request: networkRequest }),
  v.object({ kind: v.literal('abort'), ...run, id: count }),
  // A WebSocket that was refused; for the reader to see.
  v.object({ kind: v.literal('connect'), ...run, url: address, place: sentence }),
  v.object({ kind: v.literal('pong'), ...run }),
  // The program waits for input that is still to come.
  v.object({ kind: v.literal('inputAwaited'), ...run }),
  v.object({
    kind: v.literal('finished'),
    ...run,
    result: runResult,
    summary: runSummary,
    /** Of a run under a schedule: the first of its deviations that came to be. */
    told: v.exactOptional(v.pipe(v.array(toldDeviation), v.maxLength(mostTold))),
  }),
  v.object({ kind: v.literal('explored'), ...run, exploration, ended: v.boolean() }),
  v.object({ kind: v.literal('broken'), ...run, message: sentence }),
]);
/** As it is sent. */
export type SentRunReply = v.InferInput<typeof runReply>;
/** As it is received, unpacked. */
export type RunReply = v.InferOutput<typeof runReply>;

/** To the Worker that reads a recording. */
export const recordingRequest = v.variant('kind', [
  v.object({ kind: v.literal('open'), file: v.instance(Blob) }),
  // The page has shown one message of events; the next may come.
  v.object({ kind: v.literal('shown') }),
]);
export type RecordingRequest = v.InferOutput<typeof recordingRequest>;

export const recordingReply = v.variant('kind', [
  v.object({ kind: v.literal('trace'), events: traceBatch, summary: runSummary }),
  // To the end.
  v.object({ kind: v.literal('read'), summary: runSummary }),
  // No further than that, or not at all.
  v.object({ kind: v.literal('unreadable'), message: sentence, summary: runSummary }),
]);
/** As it is sent. */
export type SentRecordingReply = v.InferInput<typeof recordingReply>;
export type RecordingReply = v.InferOutput<typeof recordingReply>;

/** How thoroughly the benchmarks are to be asked; see `BenchmarkOptions`. */
const thoroughness = { turns: count, minMs: count, filter: v.exactOptional(v.string()) };

export const benchRequest = v.object({
  kind: v.literal('start'),
  module: bytes,
  ...thoroughness,
});
export type BenchRequest = v.InferOutput<typeof benchRequest>;
export type Thoroughness = Omit<BenchRequest, 'kind' | 'module'>;

export const benchReply = v.variant('kind', [
  v.object({ kind: v.literal('questions'), questions: v.array(sentence) }),
  v.object({ kind: v.literal('asking'), question: sentence, turn: count }),
  v.object({ kind: v.literal('row'), row: benchmarkRow }),
  v.object({ kind: v.literal('finished') }),
  v.object({ kind: v.literal('broken'), message: sentence }),
]);
export type BenchReply = v.InferOutput<typeof benchReply>;

/** What the page says to the frame. The frame never answers: a Worker speaks by the port that comes with `spawn`. */
export type FrameRequest = { kind: 'spawn'; id: number } | { kind: 'terminate'; id: number };
