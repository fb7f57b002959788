import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseBenchReply,
  parseBenchRequest,
  parseCompilerReply,
  parseCompilerRequest,
  parseRunReply,
  parseRunRequest,
  ProtocolError,
} from '../../src/protocol/parse.ts';
import { packEvents } from '../../src/protocol/trace-batch.ts';
import { anyValue, bounded, changed } from './anything.ts';

const summary = { iterations: 1, tasks: 2, busyMs: 3, events: 4 };
const note = { severity: 'note', file: 'main.cpp', line: 1, column: 2, endLine: 1, endColumn: 5, message: 'no' };
const result = {
  ok: true,
  optimisation: 0,
  module: new Uint8Array(1),
  diagnostics: [{ ...note, severity: 'error', option: 'Wall', notes: [note] }],
  text: '',
  compileMs: 1,
  linkMs: 2,
};
const failure = { kind: 'exception', type: 'std::runtime_error', message: 'no' };
const created = {
  kind: 'created' as const,
  time: 1,
  task: 2,
  name: 'a',
  parent: 0,
  eager: false,
  coroutine: 'f',
  place: 1,
};

/** Each parser with messages that it takes. */
const parsers: [string, (data: unknown) => { kind: string }, object[]][] = [
  [
    'a compiler request',
    parseCompilerRequest,
    [
      { kind: 'load', baseUrl: 'compiler/' },
      { kind: 'compile', id: 1, source: '', optimisation: 0 },
      { kind: 'prepare', source: '', limit: 1 },
    ],
  ],
  [
    'a compiler reply',
    parseCompilerReply,
    [
      { kind: 'progress', progress: { loaded: 1, total: 2 } },
      { kind: 'compiled', id: 1, result },
      { kind: 'compileFailed', message: 'no' },
    ],
  ],
  ['a run request', parseRunRequest, [{ kind: 'ping', run: 1 }]],
  [
    'a run reply',
    parseRunReply,
    [
      {
        kind: 'output',
        run: 1,
        chunks: [{ stream: 'stderr', text: 'x', time: 1 }],
        skipped: { lines: 0, characters: 0 },
      },
      { kind: 'trace', run: 1, events: packEvents([created, { kind: 'woken', time: 1, task: 2, by: 0 }]), summary },
      { kind: 'finished', run: 1, result: { exitCode: 0, clock: 'real', wallMs: 1, clockMs: 1, failure }, summary },
      { kind: 'broken', run: 1, message: 'x' },
    ],
  ],
  ['a benchmark request', parseBenchRequest, []],
  [
    'a benchmark reply',
    parseBenchReply,
    [
      { kind: 'questions', questions: ['gather'] },
      { kind: 'row', row: { question: 'gather', unit: 'ns', turns: 1, asyncio: 2, javascript: 3 } },
    ],
  ],
];

describe.each(parsers)('%s', (_name, parse, messages) => {
  const expectMessageOrRefusal = (data: unknown): void => {
    try {
      expect(typeof parse(data).kind).toBe('string');
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      expect(error.message.length).toBeLessThan(1000);
    }
  };

  it('is refused or of a known kind, whatever comes', () => {
    fc.assert(fc.property(anyValue, expectMessageOrRefusal), bounded);
  });

  it('is refused or of a known kind, whatever one of its values is', () => {
    for (const message of messages) {
      expect(parse(message)).toHaveProperty('kind');
      fc.assert(fc.property(changed(message), expectMessageOrRefusal), bounded);
    }
  });
});
