import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TraceEvent } from '../../wasm/js/types.ts';
import type { OutputChunk, RunSummary } from '../src/protocol/messages.ts';
import { OutputBatcher } from '../src/run/outputBatcher.ts';
import { MOST_EVENTS, TraceBatcher } from '../src/run/traceBatcher.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const textOf = (batches: OutputChunk[][]): string =>
  batches.flatMap((chunks) => chunks.map(({ text }) => text)).join('');

describe('the output batcher', () => {
  it('posts the first lines at once, even if time stands still', () => {
    const batches: OutputChunk[][] = [];
    const batcher = new OutputBatcher(
      (chunks) => batches.push(chunks),
      () => 0,
    );
    batcher.add('stdout', 'one\n', 0);
    batcher.add('stdout', 'two\n', 0);
    expect(textOf(batches)).toBe('one\ntwo\n');
  });

  it('takes few messages for a flood and holds back only a small share of it', () => {
    const batches: OutputChunk[][] = [];
    const batcher = new OutputBatcher(
      (chunks) => batches.push(chunks),
      () => 0,
    );
    const lines = 100_000;
    for (let i = 0; i < lines; i++) batcher.add('stdout', 'a line of some length\n', 0);
    expect(batches.length).toBeLessThan(2_000);
    expect(textOf(batches).length).toBeGreaterThan(0.98 * lines * 22);
    batcher.flush();
    expect(textOf(batches)).toHaveLength(lines * 22);
  });

  it('posts what waits after a moment, if the program yields', () => {
    const batches: OutputChunk[][] = [];
    const batcher = new OutputBatcher(
      (chunks) => batches.push(chunks),
      () => 0,
    );
    batcher.add('stdout', 'x'.repeat(6_400), 0);
    batcher.add('stdout', 'y', 0);
    expect(textOf(batches)).not.toContain('y');
    vi.runAllTimers();
    expect(textOf(batches)).toContain('y');
  });

  it('keeps the order of the streams', () => {
    const batches: OutputChunk[][] = [];
    const batcher = new OutputBatcher(
      (chunks) => batches.push(chunks),
      () => 0,
    );
    batcher.add('stdout', 'x'.repeat(6_400), 0);
    batcher.add('stdout', 'a', 1);
    batcher.add('stderr', 'b', 2);
    batcher.add('stdout', 'c\n', 3);
    batcher.flush();
    expect(
      batches
        .flat()
        .slice(1)
        .map(({ stream, text }) => [stream, text]),
    ).toEqual([
      ['stdout', 'a'],
      ['stderr', 'b'],
      ['stdout', 'c\n'],
    ]);
  });
});

describe('the trace batcher', () => {
  it('sums up all events but keeps only so many', () => {
    const kept: TraceEvent[] = [];
    const summaries: RunSummary[] = [];
    const batcher = new TraceBatcher((events, summary) => {
      for (const event of events) kept.push(event);
      summaries.push(summary);
    });
    const steps = MOST_EVENTS / 2 + 5_000;
    for (let i = 0; i < steps; i++) {
      batcher.add([
        { kind: 'stepBegin', time: i, task: 1 },
        { kind: 'stepEnd', time: i + 0.5, task: 1 },
      ]);
    }
    batcher.add([{ kind: 'iteration', time: 0, number: 1, ready: 0 }]);
    batcher.flush();
    expect(kept).toHaveLength(MOST_EVENTS);
    expect(summaries.at(-1)).toEqual({ iterations: 1, tasks: 0, busyMs: steps / 2, events: 2 * steps + 1 });
  });
});
