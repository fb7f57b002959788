/** What of locks, events and queues a legal log cannot tell. That real ones do not: recorded.test.ts, tests/random. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TraceOrder } from '../api/trace-order.ts';
import { resourceTypes } from '../api/trace-records.ts';
import type { TraceEvent } from '../api/types.ts';

type Use = Extract<TraceEvent, { kind: 'used' }>;

const used = (act: Use['act'], type: (typeof resourceTypes)[number], level = 0): Use => {
  return { kind: 'used', time: 0, task: 0, act, type: resourceTypes.indexOf(type), resource: 7, level, place: 0 };
};
function faults(...events: TraceEvent[]): number {
  const order = new TraceOrder();
  return events.filter((event) => order.add(event) !== undefined).length;
}

test('a lock is taken once, and given back once', () => {
  assert.equal(faults(used('acquired', 'lock'), used('released', 'lock'), used('acquired', 'lock')), 0);
  assert.equal(faults(used('acquired', 'lock'), used('acquired', 'lock')), 1);
  assert.equal(faults(used('acquired', 'lock'), used('released', 'lock'), used('released', 'lock')), 1);
  assert.equal(faults(used('released', 'lock')), 0, 'one that was taken before the log began');
  assert.equal(
    faults(used('acquired', 'lock'), used('destroyed', 'lock'), used('acquired', 'lock')),
    0,
    'another lock',
  );
});

test('an event changes when it is told so', () => {
  assert.equal(faults(used('set', 'event'), used('cleared', 'event'), used('set', 'event')), 0);
  assert.equal(faults(used('set', 'event'), used('set', 'event')), 1);
});

test('a queue has one more, or one less', () => {
  assert.equal(faults(used('made', 'queue'), used('put', 'queue', 1), used('put', 'queue', 2)), 0);
  assert.equal(faults(used('made', 'queue'), used('put', 'queue', 1), used('taken', 'queue', 0)), 0);
  assert.equal(faults(used('made', 'queue'), used('put', 'queue', 3)), 1);
  assert.equal(faults(used('put', 'queue', 3), used('taken', 'queue', 2)), 0, 'one that is older than the log');
});

test('who does not run does not wait for a lock, and who was not made uses none', () => {
  assert.equal(faults({ ...used('awaited', 'lock'), task: 3 }), 1);
  assert.equal(faults({ ...used('acquired', 'lock'), task: 3 }), 1);
});
