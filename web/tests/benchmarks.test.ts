import { describe, expect, it } from 'vitest';
import { comparison, cost, ratio } from '../src/page/benchmarks/figures.ts';
import { clockStep, describeBrowser } from '../src/page/benchmarks/place.ts';
import { inOrder, words } from '../src/page/benchmarks/questions.ts';
import { announcement, isBusy, notRun, progress, reduce, type SuiteEvent } from '../src/page/benchmarks/state.ts';
import { thoroughnessOf } from '../src/page/benchmarks/thoroughness.ts';

const row = (question: string, asyncio: number) => ({ question, unit: 'ns' as const, turns: 1, asyncio });

function after(...events: SuiteEvent[]): typeof notRun {
  return events.reduce(reduce, notRun);
}

const running: SuiteEvent[] = [
  { kind: 'start', turns: 2 },
  { kind: 'questions', questions: ['gather/10', 'await_finished'] },
  { kind: 'asking', question: 'gather/10', turn: 1 },
];

describe('the state of a suite', () => {
  it('counts what was asked', () => {
    expect(progress(after({ kind: 'start', turns: 2 }))).toBeUndefined();
    expect(progress(after(...running))).toBe(0);
    const next = after(...running, { kind: 'asking', question: 'await_finished', turn: 1 });
    expect(progress(next)).toBe(0.25);
    expect(announcement(next)).toBe('Turn 1 of 2');
  });

  it('shows the latest figures in the order of the questions', () => {
    const rows = [row('gather/10', 3), row('await_finished', 2), row('gather/10', 1)];
    const state = after(...running, ...rows.map((one) => ({ kind: 'row', row: one }) as const));
    expect(state.rows).toEqual([row('await_finished', 2), row('gather/10', 1)]);
  });

  it('keeps the figures when it is stopped, fails or finishes, and drops them at the next start', () => {
    const measured = [...running, { kind: 'row', row: row('gather/10', 3) } as const];
    for (const end of [{ kind: 'stop' }, { kind: 'finished' }, { kind: 'broken', message: 'why' }] as const) {
      const state = after(...measured, end);
      expect(isBusy(state)).toBe(false);
      expect(state.rows).toHaveLength(1);
      expect(reduce(state, { kind: 'start', turns: 1 }).rows).toEqual([]);
    }
  });

  it('does not call a finished suite stopped', () => {
    expect(after(...running, { kind: 'finished' }, { kind: 'stop' }).phase.kind).toBe('finished');
  });
});

describe('figures', () => {
  it.each([
    [0.4, '0.40 ns'],
    [3.456, '3.46 ns'],
    [38.44, '38.4 ns'],
    [100, '100 ns'],
    [999.4, '999 ns'],
    [1_210, '1.21 µs'],
    [17_457, '17.5 µs'],
    [2_500_000, '2.50 ms'],
  ])('%d ns are %s', (value, text) => {
    expect(cost(value, 'ns')).toBe(text);
  });

  it('are bytes where they are no time', () => {
    expect(cost(407.5, 'bytes')).toBe('408 bytes');
  });

  it.each([
    [10, 42, '4.2× faster'],
    [42, 10, '4.2× slower'],
    [1, 21, '21× faster'],
    [100, 102, 'as fast'],
  ])('%d beside %d is %s', (asyncio, javascript, text) => {
    expect(comparison(ratio({ asyncio, javascript }))).toBe(text);
  });

  it('are not compared where JavaScript gave none', () => {
    expect(comparison(ratio({ asyncio: 1 }))).toBe('–');
  });
});

describe('questions', () => {
  it.each([
    ['await_finished', 'Await a ready coroutine', '', ''],
    ['gather/1000', 'Gather a coroutine', '1,000 coroutines', '1K'],
    ['yield/1', 'Yield to the event loop', '1 task', '1'],
    ['sleeping_task_memory/100000/iterations:1', 'Memory of a sleeping task', '100,000 tasks', '100K'],
    ['constructor/1', 'constructor/1', '', ''],
  ])('%s', (question, what, scale, short) => {
    expect(words(question)).toEqual({ what, scale, short });
  });

  it('come in the order of reading, unknown ones last', () => {
    expect(inOrder(['new/1', 'gather/10', 'gather/1000', 'await_finished'])).toEqual([
      'await_finished',
      'gather/10',
      'gather/1000',
      'new/1',
    ]);
  });
});

describe('the place', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      2,
      'Chromium 156 on Linux, 2 cores',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0',
      1,
      'Edge 150 on Windows, 1 core',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
      8,
      'Safari 26 on macOS, 8 cores',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 4, 'Firefox 140 on Linux, 4 cores'],
    ['', 4, 'An unknown browser on an unknown system, 4 cores'],
  ])('of %s', (userAgent, cores, text) => {
    expect(describeBrowser(userAgent, cores)).toBe(text);
  });

  it('tells the step of a coarse clock', () => {
    let reads = 0;
    expect(clockStep(() => Math.floor(reads++ / 7) * 5)).toBe(5);
  });
});

describe('the thoroughness', () => {
  it('is the address’s where that makes sense', () => {
    expect(thoroughnessOf('?turns=1&ms=2&only=gather')).toEqual({ turns: 1, minMs: 2, filter: 'gather' });
    expect(thoroughnessOf('?turns=-1&ms=x')).toEqual(thoroughnessOf(''));
  });
});
