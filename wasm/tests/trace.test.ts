import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TraceDecoder } from '../run/trace.ts';
import { record, string } from './trace-bytes.ts';

test('strings are kept from batch to batch', () => {
  const decoder = new TraceDecoder();
  assert.deepEqual(decoder.decode(string(1, 'größer 😀')), []);
  assert.deepEqual(decoder.decode(Buffer.concat([string(2, 'fetch'), record(3, 1, 7, 1.5, [1, 3, 2, 42])])), [
    { kind: 'created', time: 1.5, task: 7, name: 'größer 😀', parent: 3, eager: true, coroutine: 'fetch', place: 42 },
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
