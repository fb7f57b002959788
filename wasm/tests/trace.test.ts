import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TraceDecoder } from '../run/trace.ts';

/** A record of docs/host-abi.md. */
function record(kind: number, detail: number, task: number, time: number, values: number[]): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, kind);
  view.setUint8(1, detail);
  view.setUint32(4, task, true);
  view.setFloat64(8, time, true);
  values.forEach((value, index) => view.setUint32(16 + 4 * index, value, true));
  return bytes;
}

function string(id: number, text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([record(1, 0, 0, 0, [id, bytes.length]), bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)]);
}

test('strings are kept from batch to batch', () => {
  const decoder = new TraceDecoder();
  assert.deepEqual(decoder.decode(string(1, 'größer 😀')), []);
  assert.deepEqual(decoder.decode(Buffer.concat([string(2, 'main.cpp'), record(3, 1, 7, 1.5, [1, 3, 2, 42])])), [
    { kind: 'created', time: 1.5, task: 7, name: 'größer 😀', parent: 3, eager: true, file: 'main.cpp', line: 42 },
  ]);
});

test('every kind of record is decoded', () => {
  const batch = [
    string(1, 'x'),
    record(2, 0, 0, 1, [5, 6]),
    record(4, 0, 1, 2, []),
    record(5, 0, 1, 3, []),
    record(6, 0, 1, 4, [1, 2, 1, 9]),
    record(7, 0, 1, 5, [2]),
    record(8, 0, 1, 6, [2, 1]),
    record(9, 2, 1, 7, [0, 1]),
    record(10, 0, 1, 8, [1]),
  ];
  assert.deepEqual(new TraceDecoder().decode(Buffer.concat(batch)), [
    { kind: 'iteration', time: 1, number: 5, ready: 6 },
    { kind: 'stepBegin', time: 2, task: 1 },
    { kind: 'stepEnd', time: 3, task: 1 },
    { kind: 'suspended', time: 4, task: 1, what: 'x', awaited: 2, file: 'x', line: 9 },
    { kind: 'woken', time: 5, task: 1, by: 2 },
    { kind: 'cancelRequested', time: 6, task: 1, by: 2, message: 'x' },
    { kind: 'done', time: 7, task: 1, outcome: 'cancelled', type: '', message: 'x' },
    { kind: 'renamed', time: 8, task: 1, name: 'x' },
  ]);
});

test('what the runtime does not send is refused', () => {
  const decode = (batch: Uint8Array) => () => new TraceDecoder().decode(batch);
  assert.throws(decode(new Uint8Array(31)), /damaged trace.*a record is cut/);
  assert.throws(decode(record(99, 0, 0, 0, [])), /unknown kind \(99\)/);
  assert.throws(decode(string(1, 'n'.repeat(5_000))), /a string is too long/);
  assert.throws(decode(record(1, 0, 0, 0, [1, 4_000])), /a string is too long/);
  for (const time of [NaN, Infinity]) assert.throws(decode(record(4, 0, 1, time, [])), /a time is none/);
});

test('past their limit strings are dropped, and events go on', () => {
  const decoder = new TraceDecoder();
  for (let id = 1; id <= 5_000; id++) decoder.decode(string(id, 'n'.repeat(4_096)));
  const [first, last] = [1, 5_000].map((id) => decoder.decode(record(10, 0, 1, 0, [id]))[0]);
  assert.deepEqual(first, { kind: 'renamed', time: 0, task: 1, name: 'n'.repeat(4_096) });
  assert.deepEqual(last, { kind: 'renamed', time: 0, task: 1, name: '' });
});
