// @ts-check
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseOptions } from '../../bench/runner/options.mjs';
import { plot } from '../../bench/runner/plot.mjs';
import { allocationsTable, figure, markdown, mediansTable, ratiosTable } from '../../bench/runner/tables.mjs';

/** @type {import('../../bench/runner/statistics.mjs').Competitor[]} */
const competitors = [
  { id: 'asyncio', label: 'this library', kind: 'ours' },
  { id: 'asio', label: 'Asio', kind: 'peer' },
  { id: 'cpython', label: 'CPython', kind: 'peer' },
];

/** @type {import('../../bench/runner/tables.mjs').Result} */
const result = {
  question: {
    ...{ row: 3, what: 'yield', benchmark: 'yield', arg: 1_000, unit: 'ns' },
    ...{ target: { ofBestPeer: 0.8 }, aside: [] },
  },
  answers: {
    asyncio: { samples: [9, 10, 11], allocations: 0, bytes: 0 },
    asio: { samples: [11], allocations: 1.5, bytes: 96 },
    cpython: { samples: [], error: 'SIGSEGV' },
  },
};

test('figures have three digits that count', () => {
  assert.deepEqual([0, 0.004, 3.14159, 31.4159, 314.159, 3_141.59].map(figure), [
    ...['0', '0.00', '3.14', '31.4', '314', '3,142'],
  ]);
  assert.equal(figure(undefined), '–');
});

describe('tables', () => {
  test('are Markdown whose columns are in line', () => {
    const table = ['| a       |  b1 |', '| ------- | --: |', '| longest |   2 |'].join('\n');
    assert.equal(markdown(['a', 'b1'], [['longest', '2']], 1), table);
  });
  test('medians, and who fails', () => {
    assert.match(mediansTable([result], competitors), /\| 3 +\| yield\/1000 \| ns +\| +10\.0 \| 11\.0 \| +fails \|/);
  });
  test('ratios, and what is missed', () => {
    const table = ratiosTable([result], competitors);
    assert.match(table, /\| Asio +\| ≤ 0\.8 of the best peer \| +0\.91 \| +– \| +– \| +– \|/);
  });
  test('allocations, of those who are counted', () => {
    const table = allocationsTable([result], competitors);
    assert.match(table, /0\.00 \(0 B\) \| 1\.50 \(96\.0 B\)/);
    assert.doesNotMatch(table, /CPython/);
  });
  test('of nobody who is counted there is no table', () => {
    assert.equal(allocationsTable([{ ...result, answers: { asio: { samples: [1] } } }], competitors), '');
  });
});

test('the picture names every contender and has a dot for every figure', () => {
  const svg = plot([result], competitors);
  assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  for (const { label } of competitors) assert.ok(svg.includes(`>${label}</text>`), label);
  // Three of the legend, two of the chart: who fails has none.
  assert.equal(svg.match(/<circle/g)?.length, 5);
});

describe('options', () => {
  test('rows, peers, a compiler and a quick look', () => {
    const options = parseOptions(['--compiler=clang', '--row=3', '--row', '6', '--peer=libuv', '--quick']);
    assert.equal(options.compiler, 'clang');
    assert.deepEqual(options.rows, [3, 6]);
    assert.deepEqual(options.peers, ['libuv']);
    assert.equal(options.rounds, 1);
  });
  test('what is not known is said, with what there is', () => {
    assert.throws(() => parseOptions(['--fast']), /Unknown option '--fast'[^]*--compiler=gcc\|clang/);
    assert.throws(() => parseOptions(['--compiler=icc']), /--compiler=icc: gcc or clang/);
    assert.throws(() => parseOptions(['--row=x']), /--row=x: a row has a number/);
  });
});
