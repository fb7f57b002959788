import { describe, expect, it, vi } from 'vitest';
import { Runner, startPatienceMs, type RunMessage } from '../src/page/run/runner.ts';
import { workshop } from './fake-worker.ts';

const moduleBytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const how = { jspi: true, clock: 'real' } as const;
const summary = { iterations: 0, tasks: 0, busyMs: 0, events: 0 };

function setUp(): ReturnType<typeof workshop> & { runner: Runner; messages: RunMessage[]; replaced: () => number } {
  const shop = workshop();
  const messages: RunMessage[] = [];
  let replaced = 0;
  return {
    ...shop,
    messages,
    replaced: () => replaced,
    runner: new Runner({
      spawn: shop.spawn,
      replaceSandbox: () => ++replaced,
      baseUrl: 'https://page/',
      onMessage: (message) => messages.push(message),
    }),
  };
}

describe('the runner', () => {
  it('uses the spare Worker', () => {
    const { runner, made, latest } = setUp();
    runner.warm();
    runner.warm();
    runner.start(1, moduleBytes, how);
    expect(made).toHaveLength(1);
    expect(latest().received).toEqual([
      { kind: 'start', run: 1, module: moduleBytes, ...how, baseUrl: 'https://page/' },
    ]);
  });

  it('gives each run a Worker of its own and terminates it at the end', () => {
    const { runner, made, messages } = setUp();
    runner.start(1, moduleBytes, how);
    made[0]?.say({ kind: 'finished', run: 1, result: { exitCode: 0, clock: 'real', wallMs: 1, clockMs: 1 }, summary });
    expect(messages.map((message) => message.kind)).toEqual(['finished']);
    expect(made[0]?.terminated).toBe(true);
    runner.start(2, moduleBytes, how);
    expect(made).toHaveLength(2);
  });

  it('drops messages of an older run and of one that was stopped', () => {
    const { runner, made, messages } = setUp();
    runner.start(1, moduleBytes, how);
    runner.start(2, moduleBytes, how);
    made[0]?.say({ kind: 'pong', run: 1 });
    made[1]?.say({ kind: 'pong', run: 1 });
    runner.stop();
    made[1]?.say({ kind: 'pong', run: 2 });
    expect(messages).toEqual([]);
    expect(made.every((worker) => worker.terminated)).toBe(true);
  });

  it('reports a crash as the end of the run', () => {
    const { runner, latest, messages } = setUp();
    runner.start(4, moduleBytes, how);
    latest().crash('boom');
    expect(messages).toEqual([{ kind: 'broken', run: 4, message: 'boom' }]);
    expect(latest().terminated).toBe(true);
  });

  it('reports a message that makes no sense as the end of the run', () => {
    const { runner, latest, messages } = setUp();
    runner.start(4, moduleBytes, how);
    latest().say({ kind: 'output', run: 4, chunks: 'x' });
    expect(messages).toMatchObject([{ kind: 'broken', run: 4 }]);
  });

  it('starts what was prepared without sending it again', () => {
    const { runner, latest } = setUp();
    runner.prepare(moduleBytes);
    runner.start(1, moduleBytes, how);
    expect(latest().received).toEqual([
      { kind: 'prepare', module: moduleBytes },
      { kind: 'start', run: 1, ...how, baseUrl: 'https://page/' },
    ]);
  });

  it('ends a Worker that floods the page', () => {
    const { runner, latest, messages } = setUp();
    runner.start(1, moduleBytes, how);
    const worker = latest();
    for (let i = 0; i < 3_000; i++) worker.say({ kind: 'pong', run: 1 });
    expect(messages.at(-1)).toEqual({ kind: 'broken', run: 1, message: 'It floods the page with messages.' });
    expect(worker.terminated).toBe(true);
  });

  it('gives up on a sandbox that does not start, and takes a new one', () => {
    vi.useFakeTimers();
    const { runner, made, messages, replaced } = setUp();
    runner.start(1, moduleBytes, how);
    vi.advanceTimersByTime(startPatienceMs);
    expect(messages).toMatchObject([{ kind: 'broken', run: 1 }]);
    expect(replaced()).toBe(1);
    runner.start(2, moduleBytes, how);
    made.at(-1)?.say({ kind: 'loaded' });
    vi.advanceTimersByTime(startPatienceMs);
    expect(messages).toHaveLength(1);
    vi.useRealTimers();
  });

  it('pings only a run under way', () => {
    const { runner, latest } = setUp();
    expect(() => runner.ping()).not.toThrow();
    runner.start(1, moduleBytes, how);
    runner.ping();
    expect(latest().received.at(-1)).toEqual({ kind: 'ping', run: 1 });
  });
});
