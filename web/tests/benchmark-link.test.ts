import { describe, expect, it } from 'vitest';
import { decodeResults, encodeResults } from '../src/page/benchmarks/link.ts';
import type { Results } from '../src/page/benchmarks/results.ts';
import { DamagedLink, pack } from '../src/page/share/packing.ts';

const someResults: Results = {
  place: { browser: 'Firefox 140 on Linux, 4 cores', clockStepMs: 0.02, isolated: true, jspi: false },
  date: new Date('2026-10-01T10:00:00Z'),
  rows: [
    { question: 'await_finished', unit: 'ns', turns: 5, asyncio: 12.34, javascript: 54.32 },
    { question: 'await_chain/1000000', unit: 'ns', turns: 5, asyncio: 36.3, javascriptFailure: 'stack overflow' },
    { question: 'sleeping_task_memory/100000', unit: 'bytes', turns: 5, asyncio: 407 },
  ],
};

async function linkTo(results: unknown): Promise<string> {
  return `#v1/${await pack(JSON.stringify(results))}`;
}

describe('links to results', () => {
  it('come back whole', async () => {
    expect(await decodeResults(await encodeResults(someResults))).toEqual(someResults);
  });

  it('are nothing where there is no fragment', async () => {
    expect(await decodeResults('')).toBeUndefined();
    expect(await decodeResults('#')).toBeUndefined();
  });

  it.each([
    ['of a program', '#example=hello'],
    ['changed', '#v1/AAAA'],
    ['of a later version', '#v9/abc'],
  ])('%s are refused', async (_, fragment) => {
    await expect(decodeResults(fragment)).rejects.toThrow(DamagedLink);
  });

  it.each([
    ['no object', 7],
    ['no rows', { ...someResults, rows: [] }],
    ['a row too many', { ...someResults, rows: Array.from({ length: 101 }, () => someResults.rows[0]) }],
    ['a cost of nothing', { ...someResults, rows: [{ ...someResults.rows[0], asyncio: 0 }] }],
    ['a cost that is no number', { ...someResults, rows: [{ ...someResults.rows[0], asyncio: '1' }] }],
    ['an unknown unit', { ...someResults, rows: [{ ...someResults.rows[0], unit: 'cows' }] }],
    ['no date', { ...someResults, date: 'yesterday' }],
    ['no place', { ...someResults, place: undefined }],
  ])('with %s are refused', async (_, results) => {
    await expect(decodeResults(await linkTo(results))).rejects.toThrow(DamagedLink);
  });
});
