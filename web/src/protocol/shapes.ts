/** The shapes inside the messages: what `wasm/js/types.ts` promises, checked where it enters the page. */
import type {
  BenchmarkRow,
  CompileResult,
  Diagnostic,
  Failure,
  LoadProgress,
  ProgramSize,
  RunResult,
  TraceEvent,
} from '../../../wasm/js/types.ts';
import type { OutputChunk, RunSummary } from './messages.ts';
import { fields, flag, list, number, oneOf, ProtocolError, text } from './guards.ts';

const SEVERITIES = ['error', 'warning', 'note'] as const;
const STREAMS = ['stdout', 'stderr'] as const;
const FAILURES = ['exception', 'abort', 'trap', 'deadlock', 'memory', 'output-limit'] as const;
const UNITS = ['ns', 'bytes'] as const;
const EVENT_KINDS: ReadonlySet<string> = new Set<TraceEvent['kind']>([
  'iteration',
  'created',
  'stepBegin',
  'stepEnd',
  'suspend',
  'wake',
  'cancel',
  'done',
  'renamed',
]);

export function diagnostic(value: unknown): Diagnostic {
  const from = fields(value, 'diagnostic');
  return {
    severity: oneOf(from, 'severity', SEVERITIES),
    file: text(from, 'file'),
    line: number(from, 'line'),
    column: number(from, 'column'),
    endLine: number(from, 'endLine'),
    endColumn: number(from, 'endColumn'),
    message: text(from, 'message'),
    ...(from.option === undefined ? {} : { option: text(from, 'option') }),
    notes: list(from, 'notes', diagnostic),
  };
}

export function compileResult(value: unknown): CompileResult {
  const from = fields(value, 'result');
  const ok = flag(from, 'ok');
  const module = from.module;
  if (ok && !(module instanceof Uint8Array)) throw new ProtocolError('module: expected bytes');
  return {
    ok,
    ...(module instanceof Uint8Array ? { module } : {}),
    diagnostics: list(from, 'diagnostics', diagnostic),
    text: text(from, 'text'),
    compileMs: number(from, 'compileMs'),
    linkMs: number(from, 'linkMs'),
  };
}

export function loadProgress(value: unknown): LoadProgress {
  const from = fields(value, 'progress');
  return { loaded: number(from, 'loaded'), total: number(from, 'total') };
}

export function outputChunk(value: unknown): OutputChunk {
  const from = fields(value, 'chunk');
  return { stream: oneOf(from, 'stream', STREAMS), text: text(from, 'text'), time: number(from, 'time') };
}

/** Only the discriminant and the time: there are a million of these, and our own decoder made them. */
export function traceEvent(value: unknown): TraceEvent {
  const from = fields(value, 'event');
  if (!EVENT_KINDS.has(text(from, 'kind'))) throw new ProtocolError(`event: unknown kind ${text(from, 'kind')}`);
  number(from, 'time');
  return value as TraceEvent;
}

export function runSummary(value: unknown): RunSummary {
  const from = fields(value, 'summary');
  return {
    iterations: number(from, 'iterations'),
    tasks: number(from, 'tasks'),
    busyMs: number(from, 'busyMs'),
    events: number(from, 'events'),
  };
}

function failure(value: unknown): Failure {
  const from = fields(value, 'failure');
  return { kind: oneOf(from, 'kind', FAILURES), type: text(from, 'type'), message: text(from, 'message') };
}

export function runResult(value: unknown): RunResult {
  const from = fields(value, 'result');
  return {
    exitCode: number(from, 'exitCode'),
    wallMs: number(from, 'wallMs'),
    ...(from.failure === undefined ? {} : { failure: failure(from.failure) }),
    ...(from.size === undefined ? {} : { size: programSize(from.size) }),
  };
}

function programSize(value: unknown): ProgramSize {
  const from = fields(value, 'size');
  return { compressed: number(from, 'compressed'), runtime: number(from, 'runtime') };
}

export function benchmarkRow(value: unknown): BenchmarkRow {
  const from = fields(value, 'row');
  return {
    question: text(from, 'question'),
    unit: oneOf(from, 'unit', UNITS),
    turns: number(from, 'turns'),
    asyncio: number(from, 'asyncio'),
    ...(from.javascript === undefined ? {} : { javascript: number(from, 'javascript') }),
    ...(from.javascriptFailure === undefined ? {} : { javascriptFailure: text(from, 'javascriptFailure') }),
  };
}
