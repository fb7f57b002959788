import { describe, expect, it } from 'vitest';
import {
  parseCompilerReply,
  parseCompilerRequest,
  parseRunReply,
  parseRunRequest,
  ProtocolError,
} from '../src/protocol/parse.ts';
import { packEvents } from '../src/protocol/trace-batch.ts';

const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const woken = { kind: 'woken', time: 1, task: 2, by: 0 } as const;
const named = { kind: 'renamed', time: 0, task: 1, name: 'x' } as const;
const skipped = { lines: 0, characters: 0 };
const summary = { iterations: 1, tasks: 2, busyMs: 3, events: 4 };
const diagnostic = {
  severity: 'error',
  file: 'main.cpp',
  line: 1,
  column: 2,
  endLine: 1,
  endColumn: 5,
  message: 'no',
  notes: [],
};
const result = {
  ok: true,
  optimisation: 0,
  module: new Uint8Array(1),
  diagnostics: [diagnostic],
  text: '',
  compileMs: 1,
  linkMs: 2,
};

describe('messages that are whole', () => {
  it.each([
    { kind: 'load', baseUrl: 'compiler/' },
    { kind: 'compile', id: 1, source: '', optimisation: 0 },
  ])('pass to the compiler: $kind', (message) => expect(parseCompilerRequest(message)).toEqual(message));

  it.each([
    { kind: 'progress', progress: { loaded: 1, total: 2 } },
    { kind: 'ready' },
    { kind: 'loadFailed', message: 'no' },
    { kind: 'compiled', id: 1, result },
    { kind: 'compiled', id: 2, result: { ...result, ok: false, diagnostics: [{ ...diagnostic, option: 'Wall' }] } },
    { kind: 'prepared', covered: 3 },
    { kind: 'compileFailed', message: 'no' },
  ])('pass from the compiler: $kind', (message) => expect(parseCompilerReply(message)).toEqual(message));

  it('pass to a run', () => {
    const start = { kind: 'start', run: 1, module: emptyModule, jspi: true, clock: 'slow', baseUrl: 'https://page/' };
    expect(parseRunRequest(start)).toEqual(start);
    expect(parseRunRequest({ kind: 'ping', run: 1 })).toEqual({ kind: 'ping', run: 1 });
  });

  it.each([
    { kind: 'loaded' },
    { kind: 'output', run: 1, chunks: [{ stream: 'stderr', text: 'x', time: 1 }], skipped },
    { kind: 'pong', run: 1 },
    { kind: 'finished', run: 1, result: { exitCode: 0, clock: 'real', wallMs: 1, clockMs: 1 }, summary },
    { kind: 'broken', run: 1, message: 'x' },
  ])('pass from a run: $kind', (message) => expect(parseRunReply(message)).toEqual(message));
});

describe('messages that are not', () => {
  it.each([
    null,
    7,
    {},
    { kind: 'unknown' },
    { kind: 'compiled', id: 'x', result },
    { kind: 'compiled', id: 1, result: { ...result, module: undefined } },
    { kind: 'compiled', id: 1, result: { ...result, diagnostics: [{ ...diagnostic, severity: 'bad' }] } },
    { kind: 'progress', progress: { loaded: NaN, total: 1 } },
  ])('are refused from the compiler: %j', (message) =>
    expect(() => parseCompilerReply(message)).toThrow(ProtocolError),
  );

  it.each([
    { kind: 'output', chunks: [], skipped },
    { kind: 'output', run: 1, chunks: [] },
    { kind: 'output', run: 1, chunks: [{ stream: 'other', text: '', time: 0 }], skipped },
    { kind: 'output', run: 1, chunks: [{ stream: 'stdout', text: '', time: Infinity }], skipped },
    { kind: 'output', run: 1, chunks: [{ stream: 'stdout', text: 'x'.repeat(1 << 20), time: 0 }], skipped },
    { kind: 'output', run: 1, chunks: [], skipped: { lines: -1, characters: 0 } },
    { kind: 'trace', run: 1, events: [woken], summary },
    { kind: 'trace', run: 1, events: packEvents([{ ...named, name: 'x'.repeat(1 << 20) }]), summary },
    { kind: 'trace', run: 1, events: packEvents([{ ...woken, task: 1.5 }]), summary },
    { kind: 'trace', run: 1, events: packEvents([{ ...woken, time: NaN }]), summary },
    { kind: 'trace', run: 1, events: packEvents(Array.from({ length: 5_000 }, () => woken)), summary },
    { kind: 'trace', run: 1, events: { ...packEvents([named]), texts: [] }, summary },
    { kind: 'trace', run: 1, events: { ...packEvents([woken]), numbers: new Float64Array([99]) }, summary },
    { kind: 'trace', run: 1, events: { ...packEvents([woken]), numbers: new Float64Array([-1, 0.5]) }, summary },
    { kind: 'trace', run: 1, events: { ...packEvents([woken]), numbers: new Float64Array([0, 1]) }, summary },
    {
      kind: 'finished',
      run: 1,
      result: { exitCode: 0, clock: 'real', wallMs: 1, clockMs: 1, size: { compressed: '<b>', runtime: null } },
      summary,
    },
    { kind: 'finished', run: 1, result: { exitCode: 0 }, summary },
    {
      kind: 'finished',
      run: 1,
      result: { exitCode: 0, clock: 'real', wallMs: 0, clockMs: 0, failure: { kind: 'odd' } },
      summary,
    },
  ])('are refused from a run: %j', (message) => expect(() => parseRunReply(message)).toThrow(ProtocolError));

  it('are refused by the Workers', () => {
    expect(() => parseRunRequest({ kind: 'start', run: 1, module: {}, jspi: true })).toThrow(ProtocolError);
    expect(() => parseCompilerRequest({ kind: 'compile', id: 1 })).toThrow(ProtocolError);
  });
});
