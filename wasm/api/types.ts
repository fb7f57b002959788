/** What the compiler and the host tell the page. The only door through which `web` sees the rest of the project. */
import type { InferOutput } from 'valibot';
import type { ProgramModule } from '../run/program-module.ts';
import type { Scheduler } from '../run/scheduler.ts';
import type * as shapes from './shapes.ts';

export type Diagnostic = InferOutput<typeof shapes.diagnostic>;
/** A message that belongs to another one. */
export type Note = InferOutput<typeof shapes.note>;
export type CompileResult = InferOutput<typeof shapes.compileResult>;
export type Optimisation = InferOutput<typeof shapes.optimisation>;
export type ProgramSize = InferOutput<typeof shapes.programSize>;
export type LoadProgress = InferOutput<typeof shapes.loadProgress>;
export type Failure = InferOutput<typeof shapes.failure>;
export type RunResult = InferOutput<typeof shapes.runResult>;
export type TraceEvent = InferOutput<typeof shapes.traceEvent>;
export type Clock = InferOutput<typeof shapes.clock>;
export type ToldDeviation = InferOutput<typeof shapes.toldDeviation>;
export type ScheduleGroup = InferOutput<typeof shapes.scheduleGroup>;
export type Exploration = InferOutput<typeof shapes.exploration>;
export type NetworkRequest = InferOutput<typeof shapes.networkRequest>;
export type BenchmarkRow = InferOutput<typeof shapes.benchmarkRow>;
export type BenchmarkUnit = BenchmarkRow['unit'];

export interface SharedFiles {
  module: WebAssembly.Module;
  /** Its headers and libraries, as one pack. */
  base: Blob;
}

/** A loaded Clang. A call keeps its thread busy, for seconds perhaps: keep it in a Worker. */
export interface Compiler {
  /** @param optimisation 0, the default, is the quickest to compile */
  compile(source: string, optimisation?: Optimisation): Promise<CompileResult>;
  /**
   * Compiles ahead what stands above a place where somebody works, up to the last declaration that ends there. From then on a
   * text that begins with that takes only the compile of what is below.
   * @param limit the place, as an offset
   * @returns how much of the text is compiled ahead now
   */
  prepare(source: string, limit: number): number;
  /** What another thread needs to have the same compiler, without loading it again. */
  files(): SharedFiles;
}

/** The answer's head; its body is read once. */
export interface NetworkResponse {
  status: number;
  statusText: string;
  url: string;
  headers: [string, string][];
  body(): Promise<Uint8Array<ArrayBuffer>>;
}

/** What a program may reach by asyncio/web.hpp; see docs/browser-extras.md. Both reject with `Refused` what is not granted. */
export interface Network {
  /** What the program's relative addresses are relative to. */
  baseUrl: string;
  fetch(request: NetworkRequest, signal: AbortSignal): Promise<NetworkResponse>;
  /** @throws Refused */
  connect(url: string, protocols: string[], place: string): NetworkSocket;
}

/** What the host uses of a WebSocket. */
export type NetworkSocket = Pick<
  WebSocket,
  | 'readyState'
  | 'bufferedAmount'
  | 'protocol'
  | 'url'
  | 'send'
  | 'close'
  | 'onopen'
  | 'onmessage'
  | 'onclose'
  | 'binaryType'
>;

/** Where a program's standard input comes from. */
export interface StandardInput {
  /**
   * The next bytes, at least one and at most so many; none is the end. A promise where they are still to come: the program waits
   * where there is JSPI, and has the end where there is none.
   */
  read(most: number): Uint8Array | Promise<Uint8Array>;
}

export interface ProgramOptions {
  /** Bytes are checked first; a checked module can be run again and again. */
  module: ProgramModule | Uint8Array;
  /** Called for each chunk that the program writes, with the milliseconds since the run began, by its clock. */
  onOutput(stream: 'stdout' | 'stderr', text: string, time: number): void;
  /** Called with each batch of trace events; leaving it out turns tracing off in the program. */
  onTrace?(events: TraceEvent[]): void;
  /** Real time, sleeps that cost nothing, or slow motion. Default: real. */
  clock?: Clock;
  /** In which order its loops run what is ready: with virtual time, without a network, and the same in each run. Default: FIFO. */
  scheduler?: Scheduler;
  /** Real milliseconds after which it is ended as soon as it yields; without JSPI only. Default: it is not. */
  mostMs?: number;
  /** The program's arguments after its name. Default: none. */
  args?: readonly string[];
  /** Its environment. Default: empty. */
  env?: Readonly<Record<string, string>>;
  /** Default: empty. */
  stdin?: StandardInput;
  /** Default: none. Takes JSPI, as the program must be able to wait. */
  network?: Network;
  /** Force the fallback without JSPI (tests). Default: use JSPI where there is. */
  jspi?: boolean;
}

export interface ExploreOptions {
  module: ProgramModule | Uint8Array;
  /** How many runs at most, and for how long; what makes a schedule simpler is not counted among the runs. */
  runs: number;
  ms: number;
  /** Where chance begins. */
  seed: number;
  /** Called now and then. */
  onProgress(exploration: Exploration): void;
}

/** JavaScript's side of a benchmark of bench: questions to JavaScript's own promises, one for each argument. */
export interface JavaScriptBenchmark {
  name: string;
  /** Null where there is no argument. */
  args: readonly (number | null)[];
  /** Rejects if the result is wrong. */
  run(arg: number | null): Promise<{ operations: number; nanoseconds: number } | { operations: number; bytes: number }>;
}

export interface BenchmarkOptions {
  /** The C++ benchmarks, linked like a program. */
  module: Uint8Array;
  javascript: readonly JavaScriptBenchmark[];
  /** How often each question is asked of each language, after once that warms both up. */
  turns: number;
  /** How long one measurement takes at least. */
  minMs: number;
  /** A regular expression that names the questions to ask. Default: all. */
  filter?: string;
  onQuestions(questions: readonly string[]): void;
  /** Called before a question is asked, with the number of the turn, from 1. */
  onAsk(question: string, turn: number): void;
  /** Called after each turn of a question. */
  onRow(row: BenchmarkRow): void;
}
