/** Every message between the page and its Workers. Both ends validate what they receive with `parse.ts`. */
import type { BenchmarkRow, CompileResult, LoadProgress, RunResult, TraceEvent } from '../../../wasm/js/types.ts';

export type OutputStream = 'stdout' | 'stderr';

/** A piece of what the program wrote; `time` is milliseconds since the run began. */
export interface OutputChunk {
  stream: OutputStream;
  text: string;
  time: number;
}

/** What a run amounts to, over all its events, those that the timeline does not keep included. */
export interface RunSummary {
  iterations: number;
  tasks: number;
  busyMs: number;
  events: number;
}

export type CompilerRequest = { kind: 'load'; baseUrl: string } | { kind: 'compile'; id: number; source: string };

export type CompilerReply =
  | { kind: 'progress'; progress: LoadProgress }
  | { kind: 'ready' }
  | { kind: 'loadFailed'; message: string }
  | { kind: 'compiled'; id: number; result: CompileResult }
  | { kind: 'compileFailed'; id: number; message: string };

export type RunRequest =
  | { kind: 'start'; run: number; module: WebAssembly.Module; jspi: boolean; baseUrl: string }
  | { kind: 'ping'; run: number };

/** Each reply but the first carries its run's number, by which the page drops what came too late. */
export type RunReply =
  | { kind: 'loaded' }
  | { kind: 'output'; run: number; chunks: OutputChunk[] }
  | { kind: 'trace'; run: number; events: TraceEvent[]; summary: RunSummary }
  | { kind: 'pong'; run: number }
  | { kind: 'finished'; run: number; result: RunResult; summary: RunSummary }
  | { kind: 'broken'; run: number; message: string };

/** How thoroughly the benchmarks are to be asked; see `BenchmarkOptions`. */
export interface Thoroughness {
  turns: number;
  minMs: number;
  filter?: string;
}

export interface BenchRequest extends Thoroughness {
  kind: 'start';
  module: WebAssembly.Module;
}

export type BenchReply =
  | { kind: 'questions'; questions: string[] }
  | { kind: 'asking'; question: string; turn: number }
  | { kind: 'row'; row: BenchmarkRow }
  | { kind: 'finished' }
  | { kind: 'broken'; message: string };
