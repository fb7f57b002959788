import { describe, expect, it } from 'vitest';
import { Runner, type RunMessage } from '../src/run/runner.ts';
import { workshop } from './fakeWorker.ts';

const MODULE = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
const summary = { iterations: 0, tasks: 0, busyMs: 0, events: 0 };

function setUp(): ReturnType<typeof workshop> & { runner: Runner; messages: RunMessage[] } {
  const shop = workshop();
  const messages: RunMessage[] = [];
  return {
    ...shop,
    messages,
    runner: new Runner({ spawn: shop.spawn, baseUrl: 'https://page/', onMessage: (message) => messages.push(message) }),
  };
}

describe('the runner', () => {
  it('uses the spare Worker', () => {
    const { runner, made, latest } = setUp();
    runner.warm();
    runner.warm();
    runner.start(1, MODULE, true);
    expect(made).toHaveLength(1);
    expect(latest().received).toEqual([
      { kind: 'start', run: 1, module: MODULE, jspi: true, baseUrl: 'https://page/' },
    ]);
  });

  it('gives each run a Worker of its own and terminates it at the end', () => {
    const { runner, made, messages } = setUp();
    runner.start(1, MODULE, true);
    made[0]?.say({ kind: 'finished', run: 1, result: { exitCode: 0, wallMs: 1 }, summary });
    expect(messages.map((message) => message.kind)).toEqual(['finished']);
    expect(made[0]?.terminated).toBe(true);
    runner.start(2, MODULE, true);
    expect(made).toHaveLength(2);
  });

  it('drops messages of an older run and of one that was stopped', () => {
    const { runner, made, messages } = setUp();
    runner.start(1, MODULE, true);
    runner.start(2, MODULE, true);
    made[0]?.say({ kind: 'pong', run: 1 });
    made[1]?.say({ kind: 'pong', run: 1 });
    runner.stop();
    made[1]?.say({ kind: 'pong', run: 2 });
    expect(messages).toEqual([]);
    expect(made.every((worker) => worker.terminated)).toBe(true);
  });

  it('reports a crash as the end of the run', () => {
    const { runner, latest, messages } = setUp();
    runner.start(4, MODULE, true);
    latest().crash('boom');
    expect(messages).toEqual([{ kind: 'broken', run: 4, message: 'boom' }]);
    expect(latest().terminated).toBe(true);
  });

  it('reports a message that makes no sense as the end of the run', () => {
    const { runner, latest, messages } = setUp();
    runner.start(4, MODULE, true);
    latest().say({ kind: 'output', run: 4, chunks: 'x' });
    expect(messages).toMatchObject([{ kind: 'broken', run: 4 }]);
  });

  it('pings only a run under way', () => {
    const { runner, latest } = setUp();
    expect(() => runner.ping()).not.toThrow();
    runner.start(1, MODULE, true);
    runner.ping();
    expect(latest().received.at(-1)).toEqual({ kind: 'ping', run: 1 });
  });
});
