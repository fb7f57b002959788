import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { traceEvent } from '../../wasm/api/shapes.ts';
import type { TraceEvent } from '../../wasm/api/types.ts';
import { packEvents, traceBatch } from '../src/protocol/trace-batch.ts';

const folder = join(import.meta.dirname, '../../wasm/tests/recorded');
const recordings = readdirSync(folder).filter((file) => file.endsWith('.json'));

/** One event of each kind, as the runtime's table of records knows them. */
const one: TraceEvent[] = [
  { kind: 'iteration', time: 0.5, number: 1, ready: 2 },
  { kind: 'created', time: 1, task: 1, name: 'a', parent: 0, eager: true, coroutine: 'f', place: 1 },
  { kind: 'stepBegin', time: 2, task: 1 },
  { kind: 'stepEnd', time: 3, task: 1 },
  { kind: 'suspended', time: 4, task: 1, what: 'sleep', awaited: 0, place: 1 },
  { kind: 'woken', time: 5, task: 1, by: 2 },
  { kind: 'cancelRequested', time: 6, task: 1, by: 2, message: '' },
  { kind: 'done', time: 7, task: 1, outcome: 'cancelled', type: '', message: '' },
  { kind: 'renamed', time: 8, task: 1, name: 'b' },
  { kind: 'frame', time: 9, frame: 2, column: 5, caller: 1, function: 'f', file: 'main.cpp', line: 4 },
  { kind: 'dropped', time: 10, count: 7 },
  { kind: 'used', time: 11, task: 1, act: 'acquired', type: 0, resource: 77, level: 0, place: 2 },
  { kind: 'timer', time: 12, act: 'set', timer: 78, seconds: 1, nanoseconds: 5 },
];

it('an event of each kind comes out as it was put in', () => {
  expect(new Set(one.map(({ kind }) => kind)).size).toBe(traceEvent.options.length);
  expect(v.parse(traceBatch, packEvents(one)).list).toEqual(one);
});

it.each(recordings)('all events of %s come out as they were put in', (file) => {
  const { events } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { events: TraceEvent[] };
  expect(v.parse(traceBatch, packEvents(events)).list).toEqual(events);
});

it('a text is sent once', () => {
  expect(packEvents([...one, ...one]).texts).toEqual(packEvents(one).texts);
});
