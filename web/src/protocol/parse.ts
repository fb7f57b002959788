/** The boundary: a message is checked once here and trusted from then on. */
import type { BenchReply, BenchRequest, CompilerReply, CompilerRequest, RunReply, RunRequest } from './messages.ts';
import { fields, flag, list, number, ProtocolError, string, text, wasmModule } from './guards.ts';
import { benchmarkRow, compileResult, loadProgress, outputChunk, runResult, runSummary, traceEvent } from './shapes.ts';

export function parseCompilerRequest(data: unknown): CompilerRequest {
  const from = fields(data, 'request');
  const kind = text(from, 'kind');
  switch (kind) {
    case 'load':
      return { kind, baseUrl: text(from, 'baseUrl') };
    case 'compile':
      return { kind, id: number(from, 'id'), source: text(from, 'source') };
    default:
      throw new ProtocolError(`unknown compiler request ${kind}`);
  }
}

export function parseCompilerReply(data: unknown): CompilerReply {
  const from = fields(data, 'reply');
  const kind = text(from, 'kind');
  switch (kind) {
    case 'progress':
      return { kind, progress: loadProgress(from.progress) };
    case 'ready':
      return { kind };
    case 'loadFailed':
      return { kind, message: text(from, 'message') };
    case 'compiled':
      return { kind, id: number(from, 'id'), result: compileResult(from.result) };
    case 'compileFailed':
      return { kind, id: number(from, 'id'), message: text(from, 'message') };
    default:
      throw new ProtocolError(`unknown compiler reply ${kind}`);
  }
}

export function parseRunRequest(data: unknown): RunRequest {
  const from = fields(data, 'request');
  const kind = text(from, 'kind');
  switch (kind) {
    case 'start':
      return {
        kind,
        run: number(from, 'run'),
        module: wasmModule(from, 'module'),
        jspi: flag(from, 'jspi'),
        baseUrl: text(from, 'baseUrl'),
      };
    case 'ping':
      return { kind, run: number(from, 'run') };
    default:
      throw new ProtocolError(`unknown run request ${kind}`);
  }
}

export function parseRunReply(data: unknown): RunReply {
  const from = fields(data, 'reply');
  const kind = text(from, 'kind');
  if (kind === 'loaded') return { kind };
  const run = number(from, 'run');
  switch (kind) {
    case 'output':
      return { kind, run, chunks: list(from, 'chunks', outputChunk) };
    case 'trace':
      return { kind, run, events: list(from, 'events', traceEvent), summary: runSummary(from.summary) };
    case 'pong':
      return { kind, run };
    case 'finished':
      return { kind, run, result: runResult(from.result), summary: runSummary(from.summary) };
    case 'broken':
      return { kind, run, message: text(from, 'message') };
    default:
      throw new ProtocolError(`unknown run reply ${kind}`);
  }
}

export function parseBenchRequest(data: unknown): BenchRequest {
  const from = fields(data, 'request');
  return {
    kind: 'start',
    module: wasmModule(from, 'module'),
    turns: number(from, 'turns'),
    minMs: number(from, 'minMs'),
    ...(from.filter === undefined ? {} : { filter: text(from, 'filter') }),
  };
}

export function parseBenchReply(data: unknown): BenchReply {
  const from = fields(data, 'reply');
  const kind = text(from, 'kind');
  switch (kind) {
    case 'questions':
      return { kind, questions: list(from, 'questions', string) };
    case 'asking':
      return { kind, question: text(from, 'question'), turn: number(from, 'turn') };
    case 'row':
      return { kind, row: benchmarkRow(from.row) };
    case 'finished':
      return { kind };
    case 'broken':
      return { kind, message: text(from, 'message') };
    default:
      throw new ProtocolError(`unknown benchmark reply ${kind}`);
  }
}
