/** What the compiler and the host tell the page. The only door through which `web` sees the rest of the project. */

/** One message of the compiler. Lines and columns are 1-based; columns count UTF-16 units, as Monaco's do. */
export interface Diagnostic {
  severity: 'error' | 'warning' | 'note';
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
  /** The warning's flag without the dash (`Wunused-variable`), if it has one. */
  option?: string;
  notes: Diagnostic[];
}

/** How far the compiled module is optimised. Level `O0` is always right and quickest to compile. */
export type OptimisationLevel = 'O0';

export interface CompileResult {
  ok: boolean;
  /** The linked WebAssembly module, when `ok`. */
  module?: Uint8Array;
  diagnostics: Diagnostic[];
  /** What a terminal would have shown: diagnostics with source excerpts, linker errors. */
  text: string;
  compileMs: number;
  linkMs: number;
}

export interface Completion {
  label: string;
  kind: 'function' | 'variable' | 'type' | 'keyword' | 'macro' | 'member' | 'other';
  detail: string;
  insertText: string;
}

/** A loaded Clang. A call keeps its thread busy, for seconds perhaps: keep it in a Worker. */
export interface Compiler {
  compile(source: string): Promise<CompileResult>;
}

/** Bytes after gzip: what a program takes on its way to a browser. */
export interface ProgramSize {
  compressed: number;
  /** Of the code and the data that are the runtime's own. */
  runtime: number;
}

export interface LoadProgress {
  /** Bytes received and expected over the wire, all files together. */
  loaded: number;
  total: number;
}

/** Why a program ended early. */
export interface Failure {
  kind: 'exception' | 'abort' | 'trap' | 'deadlock' | 'memory' | 'output-limit';
  /** The C++ type of the exception, for `exception`. */
  type: string;
  message: string;
}

export interface RunResult {
  exitCode: number;
  failure?: Failure;
  wallMs: number;
  /** Where the module says it: one that this compiler has linked. */
  size?: ProgramSize;
}

/** A decoded trace record; see docs/host-abi.md. Times are milliseconds since the run began. */
export type TraceEvent =
  | { kind: 'iteration'; time: number; number: number; ready: number }
  | {
      kind: 'created';
      time: number;
      task: number;
      name: string;
      parent: number;
      eager: boolean;
      file: string;
      line: number;
    }
  | { kind: 'stepBegin'; time: number; task: number }
  | { kind: 'stepEnd'; time: number; task: number }
  | { kind: 'suspend'; time: number; task: number; what: string; awaitedTask: number; file: string; line: number }
  | { kind: 'wake'; time: number; task: number; by: number }
  | { kind: 'cancel'; time: number; task: number; by: number; message: string }
  | {
      kind: 'done';
      time: number;
      task: number;
      outcome: 'returned' | 'failed' | 'cancelled';
      type: string;
      message: string;
    }
  | { kind: 'renamed'; time: number; task: number; name: string };

/** What a program may reach by asyncio/web.hpp; see docs/browser-extras.md. */
export interface Network {
  /** What the program's relative addresses are relative to. */
  baseUrl: string;
  /** Why a program may not have this address; none if it may. */
  refusal(url: URL): string | undefined;
  fetch(request: Request): Promise<Response>;
  connect(url: string, protocols: string[]): WebSocket;
}

export interface ProgramOptions {
  module: WebAssembly.Module | Uint8Array;
  /** Called for each chunk that the program writes, with the milliseconds since the run began. */
  onOutput(stream: 'stdout' | 'stderr', text: string, time: number): void;
  /** Called with each batch of trace events; leaving it out turns tracing off in the program. */
  onTrace?(events: TraceEvent[]): void;
  /** Real time, or sleeps that cost nothing. Default: real. */
  clock?: 'real' | 'virtual';
  /** The program's arguments after its name. Default: none. */
  args?: readonly string[];
  /** Its environment. Default: empty. */
  env?: Readonly<Record<string, string>>;
  /** Default: none. Takes JSPI, as the program must be able to wait. */
  network?: Network;
  /** Force the fallback without JSPI (tests). Default: use JSPI where there is. */
  jspi?: boolean;
  /** The program is ended with failure `output-limit` past so many bytes. Default 16 MiB. */
  maxOutputBytes?: number;
}

/** A benchmark of bench/javascript: questions to JavaScript's own promises, one for each argument. */
export interface JavaScriptBenchmark {
  name: string;
  /** Null where there is no argument. */
  args: readonly (number | null)[];
  /** Rejects if the result is wrong. */
  run(arg: number | null): Promise<{ operations: number; nanoseconds: number } | { operations: number; bytes: number }>;
}

/** What an operation costs: time, or memory. */
export type BenchmarkUnit = 'ns' | 'bytes';

/** What is known of a question: what an operation costs, medians over the turns so far. */
export interface BenchmarkRow {
  /** The C++ benchmark's name, its argument included: `gather/1000`. */
  question: string;
  unit: BenchmarkUnit;
  turns: number;
  asyncio: number;
  /** Absent where JavaScript is not asked, or cannot answer. */
  javascript?: number;
  /** Why JavaScript cannot answer: its calls are nested too deeply for its stack. */
  javascriptFailure?: string;
}

export interface BenchmarkOptions {
  /** The C++ benchmarks, linked like a program. */
  module: WebAssembly.Module;
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
