import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, reportedCost } from '../run/benchmarks.ts';

const report = (row: object): string => JSON.stringify({ context: {}, benchmarks: [row] });

test('the cost is what Google Benchmark reports of the operations', () => {
  assert.deepEqual(reportedCost('q', report({ items_per_second: 4e6 })), { unit: 'ns', value: 250 });
  assert.deepEqual(reportedCost('q', report({ bytes: 407 })), { unit: 'bytes', value: 407 });
});

test('a report without a figure is an error that names the question', () => {
  assert.throws(() => reportedCost('gather/10', report({ real_time: 1 })), /gather\/10: the benchmark gives no figure/);
  const failed = report({ error_occurred: true, error_message: 'no threads' });
  assert.throws(() => reportedCost('gather/10', failed), /gather\/10: no threads/);
  assert.throws(() => reportedCost('gather/10', '{}'), /no figure/);
});

test('the median of an even number of values is between the middle two', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([7]), 7);
});
