/** Reading the file that a native program writes by ASYNCIO_TRACE. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TraceOrder } from '../api/trace-order.ts';
import type { TraceEvent } from '../api/types.ts';
import { EventLogReader, ForeignFile } from '../run/event-log.ts';
import { DamagedTrace } from '../run/trace.ts';

const file = new Uint8Array(readFileSync(join(import.meta.dirname, '../../tests/e2e/recordings/workers.asynclog')));

/** @param pieceBytes what is read at once */
function readAll(bytes: Uint8Array, pieceBytes = bytes.length): TraceEvent[] {
  const reader = new EventLogReader();
  const events: TraceEvent[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) events.push(...reader.read(bytes.slice(at, at + pieceBytes)));
  reader.finish();
  return events;
}

test('a native recording holds what its tasks did, in the order that a trace has', () => {
  const events = readAll(file);
  const order = new TraceOrder();
  for (const event of events) assert.equal(order.add(event), undefined);
  const created = events.filter((event) => event.kind === 'created');
  assert.ok(created.filter(({ coroutine }) => coroutine === 'worker').length === 3);
  const failed = events.find((event) => event.kind === 'done' && event.outcome === 'failed');
  assert.ok(failed?.kind === 'done' && failed.message === 'no luck');
});

test('it is the same in pieces of any size', () => {
  const whole = readAll(file);
  for (const pieceBytes of [1, 7, 32, 100]) assert.deepEqual(readAll(file, pieceBytes), whole);
});

test('it ends where nothing was written any more: the program still runs, or has crashed', () => {
  const longer = new Uint8Array(file.length + 4096);
  longer.set(file);
  assert.deepEqual(readAll(longer, 1000), readAll(file));
});

test('what is cut or makes no sense is told', () => {
  assert.throws(() => readAll(file.slice(0, -5)), DamagedTrace);
  const wrong = file.slice();
  wrong[16] = 200;
  assert.throws(() => readAll(wrong), DamagedTrace);
});

test('a file that is none, and one of another version, are refused', () => {
  for (const bytes of ['', 'ASYNC', 'PK\u0003\u0004 and so on, and on, and on'])
    assert.throws(() => readAll(new TextEncoder().encode(bytes)), ForeignFile);
  const newer = file.slice();
  newer[8] = 9;
  assert.throws(() => readAll(newer), /version 9/);
});
