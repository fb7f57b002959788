// @ts-check
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { questions } from '../../bench/runner/questions.mjs';
import { compare, median, quantile, spread } from '../../bench/runner/statistics.mjs';

/** @typedef {import('../../bench/runner/statistics.mjs').Competitor} Competitor */

/** @type {Competitor[]} */
const competitors = [
  { id: 'asyncio', label: 'this library', kind: 'ours' },
  { id: 'limit', label: 'limit', kind: 'limit' },
  { id: 'asio', label: 'Asio', kind: 'peer' },
  { id: 'libuv', label: 'libuv', kind: 'peer' },
  { id: 'cpython', label: 'CPython', kind: 'peer' },
  { id: 'uvloop', label: 'uvloop', kind: 'peer' },
];

/** @type {import('../../bench/runner/questions.mjs').Question} */
const question = {
  ...{ row: 1, what: 'await', benchmark: 'await_finished', arg: null, unit: 'ns' },
  ...{ target: { ofBestPeer: 0.8, ofLimit: 1.5 }, aside: [] },
};

const answersOf = (/** @type {Record<string, number>} */ figures) =>
  Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, { samples: [value] }]));

describe('figures out of samples', () => {
  test('the median of an odd and of an even number, in any order', () => {
    assert.equal(median([30, 10, 20]), 20);
    assert.equal(median([40, 10, 30, 20]), 25);
    assert.equal(median([7]), 7);
  });
  test('a quantile between two samples lies between them', () => {
    assert.equal(quantile([0, 10], 0.75), 7.5);
  });
  test('the samples stay as they are', () => {
    const samples = [3, 1, 2];
    median(samples);
    assert.deepEqual(samples, [3, 1, 2]);
  });
  test('of nothing there is no median', () => {
    assert.throws(() => median([]), /no samples/);
  });
  test('the spread is the middle half as a share of the median', () => {
    assert.equal(spread([80, 90, 100, 110, 120]), 0.2);
  });
});

describe('how this library stands', () => {
  test('its share of the best peer and of the limit, and how much slower Python is', () => {
    const { best, ofBest, ofLimit, timesCpython, timesUvloop, misses } = compare(
      question,
      competitors,
      answersOf({ asyncio: 12, limit: 10, asio: 20, libuv: 16, cpython: 240, uvloop: 480 }),
    );
    assert.deepEqual(best, { label: 'libuv', value: 16 });
    assert.equal(ofBest, 0.75);
    assert.equal(ofLimit, 1.2);
    assert.equal(timesCpython, 20);
    assert.equal(timesUvloop, 40);
    assert.deepEqual(misses, []);
  });
  test('as WebAssembly it is compared with the Node that runs it', () => {
    const node = { id: 'node', label: 'Node', kind: /** @type {const} */ ('peer') };
    const wasm = { id: 'wasm', label: 'this library, wasm', kind: /** @type {const} */ ('ours') };
    const { wasmOfNode, best } = compare(question, [...competitors, node, wasm], answersOf({ wasm: 30, node: 120 }));
    assert.equal(wasmOfNode, 0.25);
    assert.equal(best?.label, 'Node');
  });
  test('every target that is missed is named', () => {
    const { misses } = compare(question, competitors, answersOf({ asyncio: 20, limit: 10, asio: 20, cpython: 399 }));
    assert.deepEqual(misses, ['≤ 0.8 of the best peer', '≤ 1.5 of the limit', '≥ 20 × CPython']);
  });
  test('one who answers another question is not compared', () => {
    const { best } = compare(
      { ...question, aside: ['libuv'] },
      competitors,
      answersOf({ asyncio: 1, asio: 5, libuv: 2 }),
    );
    assert.equal(best?.label, 'Asio');
  });
  test('the limit is nobody’s peer', () => {
    assert.equal(compare(question, competitors, answersOf({ asyncio: 2, limit: 1 })).best, undefined);
  });
  test('one who failed has no figure', () => {
    const answers = { ...answersOf({ asyncio: 10, asio: 20 }), cpython: { samples: [], error: 'SIGSEGV' } };
    const { best, timesCpython } = compare(question, competitors, answers);
    assert.equal(best?.label, 'Asio');
    assert.equal(timesCpython, undefined);
  });
  test('a value of its own, and one contender’s', () => {
    const target = { atMost: 100, ofContender: /** @type {[string, number]} */ (['asio', 1]) };
    const strict = { ...question, target };
    assert.deepEqual(compare(strict, competitors, answersOf({ asyncio: 101, asio: 100 })).misses, [
      '≤ 100',
      '≤ 1 of asio',
    ]);
    assert.deepEqual(compare(strict, competitors, answersOf({ asyncio: 100, asio: 100 })).misses, []);
  });
});

test('each question is asked once, and rows are numbered as they come', () => {
  const names = questions.map(({ benchmark, arg }) => `${benchmark}/${arg}`);
  assert.equal(new Set(names).size, names.length);
  const rows = questions.map(({ row }) => row);
  assert.deepEqual(
    rows,
    [...rows].sort((a, b) => a - b),
  );
  assert.deepEqual([...new Set(rows)], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});
