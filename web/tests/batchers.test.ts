import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TraceEvent } from '../../wasm/api/types.ts';
import { appendOutput, emptyLog, linesOf, type OutputLog } from '../src/page/output/log.ts';
import { headLines, lineCharacters, mostEvents, tailLines } from '../src/protocol/limits.ts';
import type { RunSummary } from '../src/protocol/messages.ts';
import { OutputSender } from '../src/workers/program/output-sender.ts';
import type { OutputBatch } from '../src/workers/program/output-window.ts';
import { TraceSender } from '../src/workers/program/trace-sender.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

class Stage {
  now = 0;
  readonly batches: OutputBatch[] = [];
  readonly sender = new OutputSender(
    (batch) => this.batches.push(batch),
    () => this.now,
  );

  get text(): string {
    return this.batches.flatMap(({ chunks }) => chunks.map(({ text }) => text)).join('');
  }

  /** What the page shows of it. */
  get log(): OutputLog {
    return this.batches.reduce((log, { chunks, skipped }) => appendOutput(log, chunks, skipped), emptyLog);
  }

  /** The page has shown all that it got. */
  acknowledge(): void {
    this.batches.forEach(() => this.sender.outlet.acknowledged());
  }
}

describe('the output sender', () => {
  it('posts the first lines at once, even if time stands still', () => {
    const { sender, text } = (() => {
      const stage = new Stage();
      stage.sender.add('stdout', 'one\n', 0);
      stage.sender.add('stdout', 'two\n', 0);
      return stage;
    })();
    expect(text).toBe('one\ntwo\n');
    expect(sender.outlet.mayPost(0)).toBe(false);
  });

  it('sends a flood that never yields in few and ever rarer messages', () => {
    const stage = new Stage();
    const lines = 1_000_000;
    for (let i = 0; i < lines; i++) {
      stage.now = i / 100;
      stage.sender.add('stdout', `${i}\n`, stage.now);
    }
    // Ten seconds: some messages for the beginning, and then one a second.
    expect(stage.batches.length).toBeLessThan(500);
    expect(stage.batches.filter(({ skipped }) => skipped.lines > 0).length).toBeLessThan(25);
    stage.sender.flush();
    const shown = linesOf(stage.log).map(({ text }) => text);
    expect(shown.slice(0, headLines)).toEqual(Array.from({ length: headLines }, (_, i) => `${i}`));
    expect(shown.slice(-tailLines)).toEqual(Array.from({ length: tailLines }, (_, i) => `${lines - tailLines + i}`));
    expect(shown.length + stage.log.cutLines).toBe(lines);
    const characters = shown.reduce((sum, line) => sum + line.length + 1, 0);
    expect(characters + stage.log.cutCharacters).toBe(
      Array.from({ length: lines }, (_, i) => `${i}\n`).join('').length,
    );
  });

  it('sends at the pace at which the page shows it', () => {
    const stage = new Stage();
    for (let i = 0; i < 100; i++) {
      stage.sender.add('stdout', `${i}\n`.repeat(100), 0);
      vi.runAllTimers();
    }
    const sent = stage.batches.length;
    stage.sender.add('stdout', 'later\n', 0);
    vi.runAllTimers();
    expect(stage.batches).toHaveLength(sent);
    stage.acknowledge();
    vi.runAllTimers();
    expect(stage.text.endsWith('later\n')).toBe(true);
  });

  it('keeps the order of the streams, and cuts lines without end', () => {
    const stage = new Stage();
    stage.sender.add('stdout', 'x'.repeat(10 * lineCharacters), 0);
    stage.sender.add('stderr', 'b', 2);
    stage.sender.add('stdout', 'y\nc\n', 3);
    stage.sender.flush();
    expect(linesOf(stage.log).map(({ kind, text, cut }) => [kind, text.slice(0, 3), cut])).toEqual([
      ['stdout', 'xxx', 9 * lineCharacters + 1],
      ['stderr', 'b', 0],
      ['stdout', 'c', 0],
    ]);
  });

  it('counts empty lines', () => {
    const stage = new Stage();
    for (let i = 0; i < 50_000; i++) stage.sender.add('stdout', '\n', 0);
    stage.sender.flush();
    expect(linesOf(stage.log).length + stage.log.cutLines).toBe(50_000);
  });
});

describe('the trace sender', () => {
  it('sums up all events but keeps only so many', { timeout: 60_000 }, async () => {
    const kept: TraceEvent[] = [];
    const summaries: RunSummary[] = [];
    const sender = new TraceSender((events, summary) => {
      for (const event of events) kept.push(event);
      summaries.push(summary);
      queueMicrotask(() => sender.outlet.acknowledged());
    });
    const steps = mostEvents / 2 + 5_000;
    for (let i = 0; i < steps; i++) {
      sender.add([
        { kind: 'stepBegin', time: i, task: 1 },
        { kind: 'stepEnd', time: i + 0.5, task: 1 },
      ]);
    }
    sender.add([{ kind: 'iteration', time: 0, number: 1, ready: 0 }]);
    await sender.drain();
    expect(kept).toHaveLength(mostEvents);
    expect(summaries.at(-1)).toEqual({ iterations: 1, tasks: 0, busyMs: steps / 2, events: 2 * steps + 1 });
  });

  it('waits for the page where it is asked to send all that is left', async () => {
    let posted = 0;
    const sender = new TraceSender(
      () => ++posted,
      () => 0,
    );
    const event: TraceEvent = { kind: 'stepBegin', time: 0, task: 1 };
    sender.add(Array.from({ length: 100_000 }, () => event));
    expect(posted).toBe(2);
    let drained = false;
    const all = sender.drain().then(() => (drained = true));
    for (let i = 0; i < 48; i++) sender.outlet.acknowledged();
    await Promise.resolve();
    expect([posted, drained]).toEqual([50, true]);
    await all;
  });
});
