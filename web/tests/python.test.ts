import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appendLine, appendOutput, emptyLog } from '../src/page/output/log.ts';
import { compare, printedLines, verdict } from '../src/page/python/compare.ts';
import { PythonTwin } from '../src/page/python/twin.svelte.ts';
import type { PythonFiles } from '../src/page/python/files.ts';
import { pythonCharacters, pythonChunk } from '../src/protocol/limits.ts';
import type { PythonReply } from '../src/protocol/python.ts';
import { PythonOutput } from '../src/workers/python/python-output.ts';
import { FakeWorker } from './fake-worker.ts';

const chunk = (text: string): { stream: 'stdout'; text: string; time: number } => ({ stream: 'stdout', text, time: 0 });

describe('comparing', () => {
  it('takes only what the program itself wrote to its output', () => {
    const log = appendLine(appendOutput(emptyLog, [chunk('one\n'), chunk('two\n')]), 'info', 'Exit code 0');
    expect(printedLines(log)).toEqual(['one', 'two']);
    expect(verdict(compare(printedLines(log), 'one\ntwo\n'))).toBe('Both print the same: 2 lines.');
  });

  it('says the first line that differs', () => {
    expect(compare(['a', 'b'], 'a\nc\n')).toEqual({ kind: 'different', line: 2, cpp: 'b', python: 'c' });
    expect(verdict(compare(['a'], 'a\nb\n'))).toBe('They differ from line 2 on: C++ has no such line, Python “b”.');
    expect(compare([], '')).toEqual({ kind: 'same', lines: 0 });
  });

  it('does not judge what was left out', () => {
    const log = appendOutput(emptyLog, [chunk('x'.repeat(5_000))]);
    expect(compare(printedLines(log), 'x')).toEqual({ kind: 'too long' });
  });

  it('shows little of a long line', () => {
    expect(verdict(compare(['y'.repeat(1_000)], '')).length).toBeLessThan(150);
  });
});

describe('the twin', () => {
  const files: PythonFiles = { interpreter: new Uint8Array([1]), library: new Uint8Array([2]) };
  let workers: FakeWorker[];
  let twin: PythonTwin;
  const reply = (message: PythonReply | object): void => workers.at(-1)?.say(message);
  const kinds = (worker: FakeWorker | undefined): unknown[] =>
    (worker?.received ?? []).map((message) => (message as { kind: string }).kind);

  beforeEach(() => {
    vi.useFakeTimers();
    workers = [];
    twin = new PythonTwin({
      spawn: () => {
        const worker = new FakeWorker();
        workers.push(worker);
        return worker;
      },
      load: () => Promise.resolve(files),
    });
  });
  afterEach(() => vi.useRealTimers());

  async function start(source = 'print(1)'): Promise<void> {
    twin.run(source);
    await vi.advanceTimersByTimeAsync(0);
    if (workers.length === 1) reply({ kind: 'loaded' });
  }

  it('loads the interpreter once and runs programs one after the other', async () => {
    await start();
    reply({ kind: 'output', run: 1, stream: 'stdout', text: '1\n' });
    reply({ kind: 'finished', run: 1 });
    expect([twin.phase.kind, twin.stdout]).toEqual(['ended', '1\n']);
    twin.run('print(2)');
    expect(twin.stdout).toBe('');
    expect(kinds(workers[0])).toEqual(['load', 'run', 'run']);
    expect(workers).toHaveLength(1);
  });

  it('shows how the program failed', async () => {
    await start();
    reply({ kind: 'finished', run: 1, error: 'ValueError: no' });
    expect(twin.phase).toEqual({ kind: 'failed', error: 'ValueError: no' });
  });

  it('drops what an earlier run says', async () => {
    await start();
    reply({ kind: 'finished', run: 1 });
    twin.run('print(2)');
    reply({ kind: 'output', run: 1, stream: 'stdout', text: 'old' });
    expect(twin.stdout).toBe('');
  });

  it('is ended by Stop, and begins anew', async () => {
    await start('while True: pass');
    twin.stop();
    expect([twin.phase.kind, workers[0]?.terminated]).toEqual(['stopped', true]);
    twin.run('print(1)');
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds(workers[1])).toEqual(['load']);
  });

  it('ends one that never ends, floods the page or makes no sense', async () => {
    await start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(twin.phase).toEqual({ kind: 'failed', error: 'Python was ended after 20 seconds.' });
    for (const nonsense of [
      { kind: 'output', run: 2, stream: 'stdout', text: 'x'.repeat(pythonChunk + 1) },
      { kind: 7 },
    ]) {
      const count = workers.length;
      twin.run('print(1)');
      await vi.advanceTimersByTimeAsync(0);
      reply({ kind: 'loaded' });
      reply(nonsense);
      expect(twin.phase.kind).toBe('failed');
      expect(workers[count]?.terminated).toBe(true);
    }
  });

  it('says that Python could not be loaded', async () => {
    twin = new PythonTwin({ spawn: () => new FakeWorker(), load: () => Promise.reject(new Error('404')) });
    twin.run('print(1)');
    await vi.advanceTimersByTimeAsync(0);
    expect(twin.phase).toEqual({ kind: 'failed', error: 'Python could not be loaded: 404' });
  });

  it('keeps the edit of an example', () => {
    const example = { name: 'a', title: 'A', summary: '', source: '', python: 'print(1)' };
    twin.edit(example, 'print(2)');
    expect(twin.textOf(example)).toBe('print(2)');
    expect(twin.textOf({ ...example, name: 'b' })).toBe('print(1)');
  });
});

describe('output on its way to the page', () => {
  it('gathers small pieces, keeps the streams apart, and stops at the limit', () => {
    const sent: string[] = [];
    const output = new PythonOutput((stream, text) => sent.push(`${stream} ${text.length}`));
    output.add('stdout', 'a');
    output.add('stdout', 'b');
    output.add('stderr', 'c');
    output.flush();
    expect(sent).toEqual(['stdout 2', 'stderr 1']);
    sent.length = 0;
    for (let i = 0; i < 100; i++) output.add('stdout', 'x'.repeat(20_000));
    output.flush();
    const total = sent.map((line) => Number(line.split(' ')[1])).reduce((sum, length) => sum + length, 0);
    expect(total).toBe(pythonCharacters - 3);
  });
});
