import { describe, expect, it } from 'vitest';
import { Suite } from '../src/page/benchmarks/suite.svelte.ts';
import { workshop } from './fake-worker.ts';

const moduleBytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const how = { turns: 1, minMs: 1 };

function setUp(module = () => Promise.resolve(moduleBytes)): ReturnType<typeof workshop> & { suite: Suite } {
  const shop = workshop();
  return { ...shop, suite: new Suite({ spawn: shop.spawn, module }) };
}

describe('a suite of benchmarks', () => {
  it('sends its Worker the module and shows what it says', async () => {
    const { suite, latest } = setUp();
    await suite.start(how);
    expect(latest().received).toEqual([{ kind: 'start', module: moduleBytes, ...how }]);
    latest().say({ kind: 'questions', questions: ['gather/10'] });
    latest().say({ kind: 'asking', question: 'gather/10', turn: 1 });
    expect(suite.state.phase).toEqual({ kind: 'running', question: 'gather/10', turn: 1 });
    latest().say({ kind: 'row', row: { question: 'gather/10', unit: 'ns', turns: 1, asyncio: 3, javascript: 4 } });
    latest().say({ kind: 'finished' });
    expect(suite.state.phase.kind).toBe('finished');
    expect(suite.state.rows).toHaveLength(1);
    expect(latest().terminated).toBe(true);
  });

  it('is ended by Stop, also while it loads, and hears no more of that Worker', async () => {
    const { suite, latest } = setUp();
    const started = suite.start(how);
    suite.stop();
    await started;
    expect(latest().received).toEqual([]);
    expect(latest().terminated).toBe(true);
    latest().say({ kind: 'finished' });
    expect(suite.state.phase.kind).toBe('stopped');
  });

  it.each([
    ['a crash', (worker: ReturnType<typeof workshop>) => worker.latest().crash('boom'), 'boom'],
    ['a benchmark that fails', (worker) => worker.latest().say({ kind: 'broken', message: 'wrong' }), 'wrong'],
    ['a message that makes no sense', (worker) => worker.latest().say({ kind: 'row' }), 'row: expected "row"'],
  ] as [string, (worker: ReturnType<typeof workshop>) => void, string][])(
    'fails with words on %s',
    async (_, harm, message) => {
      const setting = setUp();
      await setting.suite.start(how);
      harm(setting);
      expect(setting.suite.state.phase).toEqual({ kind: 'failed', message });
      expect(setting.latest().terminated).toBe(true);
    },
  );

  it('fails with words when the module cannot be had', async () => {
    const { suite } = setUp(() => Promise.reject(new Error('404 Not Found')));
    await suite.start(how);
    expect(suite.state.phase).toMatchObject({ kind: 'failed', message: expect.stringContaining('404') as string });
  });
});
