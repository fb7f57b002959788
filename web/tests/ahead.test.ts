import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CompilerClient } from '../src/page/compile/client.ts';
import { workshop, type FakeWorker } from './fake-worker.ts';

const files = { module: new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)), base: new Blob() };
const slow = {
  ok: true,
  module: new Uint8Array(8),
  optimisation: 0,
  diagnostics: [],
  text: '',
  compileMs: 2_000,
  linkMs: 1,
};
const above = 'x'.repeat(2_000);

/** A client with one loaded Worker. */
function setUp(cores = 8): { made: FakeWorker[]; client: CompilerClient } {
  const { made, spawn } = workshop();
  const client = new CompilerClient({ spawn, baseUrl: 'compiler/', cores, onState: () => {} });
  client.start();
  made[0]?.say({ kind: 'ready' });
  made[0]?.say({ kind: 'files', files });
  return { made, client };
}

/** The same, and its second Worker compiles ahead what is above a place. */
function whilePreparing(): ReturnType<typeof setUp> {
  const stage = setUp();
  stage.client.workAt(`${above}a`, above.length);
  stage.made[1]?.say({ kind: 'ready' });
  return stage;
}

const prepare = { kind: 'prepare', source: `${above}a`, limit: above.length };

describe('what is above the place where somebody types', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is compiled ahead beside a compile', async () => {
    const { made, client } = setUp();
    const promise = client.compile(`${above}a`, 60_000);
    client.workAt(`${above}a`, above.length);
    made[1]?.say({ kind: 'ready' });
    expect(made[0]?.received.at(-1)).toMatchObject({ kind: 'compile' });
    expect(made[1]?.received.at(-1)).toEqual(prepare);
    made[0]?.say({ kind: 'compiled', id: 1, result: slow });
    expect(await promise).toEqual(slow);
  });

  it('is compiled ahead after a compile where there are few cores', async () => {
    const { made, client } = setUp(2);
    client.workAt(`${above}a`, above.length);
    expect(made).toHaveLength(1);
    const promise = client.compile(`${above}a`, 60_000);
    expect(made).toHaveLength(1);
    made[0]?.say({ kind: 'compiled', id: 1, result: slow });
    await promise;
    made[1]?.say({ kind: 'ready' });
    expect(made[1]?.received.at(-1)).toEqual(prepare);
  });

  it('is compiled ahead in two parts when all was compiled at once', async () => {
    const { made, client } = setUp();
    const promise = client.compile(above, 60_000);
    made[0]?.say({ kind: 'compiled', id: 1, result: slow });
    await promise;
    made[1]?.say({ kind: 'ready' });
    expect(made[1]?.received.at(-1)).toEqual({ kind: 'prepare', source: above, limit: 1_000 });
    made[1]?.say({ kind: 'prepared', covered: 900 });
    expect(made[1]?.received.at(-1)).toEqual({ kind: 'prepare', source: above, limit: 2_000 });
    made[1]?.say({ kind: 'prepared', covered: 1_800 });
    // A change between the two parts leaves the upper one.
    const changed = `${above.slice(0, 1_500)}a${above.slice(1_500)}`;
    void client.compile(changed, 60_000);
    expect(made[1]?.received.at(-1)).toEqual({ kind: 'compile', id: 2, source: changed, optimisation: 0 });
  });

  it('makes the next compile go to the Worker that has it', () => {
    const { made, client } = whilePreparing();
    made[1]?.say({ kind: 'prepared', covered: 1_900 });
    void client.compile(`${above}ab`, 60_000);
    expect(made[1]?.received.at(-1)).toEqual({ kind: 'compile', id: 1, source: `${above}ab`, optimisation: 0 });
  });

  it('helps the compile that is under way', async () => {
    const { made, client } = setUp();
    client.workAt(`${above}a`, above.length);
    made[1]?.say({ kind: 'ready' });
    const promise = client.compile(`${above}a`, 60_000);
    made[1]?.say({ kind: 'prepared', covered: 1_900 });
    expect(made[1]?.received.at(-1)).toEqual({ kind: 'compile', id: 1, source: `${above}a`, optimisation: 0 });
    made[1]?.say({ kind: 'compiled', id: 1, result: slow });
    expect(await promise).toEqual(slow);
    // The other is not waited for.
    expect(made[0]?.terminated).toBe(true);
  });

  it('is given up when somebody types in it', () => {
    const { made, client } = whilePreparing();
    expect(made[1]?.received.at(-1)).toEqual(prepare);
    client.workAt(`${above}ab`, above.length + 1);
    expect(made[1]?.terminated).toBe(false);
    client.workAt(`y${above}`, 0);
    expect(made[1]?.terminated).toBe(true);
  });

  it('is not compiled ahead twice', () => {
    const { made, client } = whilePreparing();
    made[1]?.say({ kind: 'prepared', covered: 1_900 });
    client.workAt(`${above}ab`, above.length + 1);
    expect(made[1]?.received.at(-1)).toEqual(prepare);
    client.workAt(`${above}${above}`, 2 * above.length);
    expect(made[1]?.received.at(-1)).toMatchObject({ kind: 'prepare', limit: 4_000 });
  });

  it.each([
    ['crashes the compiler', (worker: FakeWorker | undefined) => worker?.crash('boom')],
    ['takes too long', () => void vi.advanceTimersByTime(20_000)],
  ])('is left alone when it %s', (_name, fail) => {
    const { made, client } = whilePreparing();
    fail(made[1]);
    expect(made.map(({ terminated }) => terminated)).toEqual([false, true, false]);
    expect(client.state.kind).toBe('ready');
    made[2]?.say({ kind: 'ready' });
    client.workAt(`${above}ab`, above.length + 1);
    expect(made[2]?.received).toEqual([{ kind: 'adopt', files }]);
  });

  it('is not compiled ahead where a second Worker cannot be had', async () => {
    const { made, client } = setUp();
    client.workAt(`${above}a`, above.length);
    made[1]?.say({ kind: 'loadFailed', message: 'no memory' });
    expect(made[1]?.terminated).toBe(true);
    expect(client.state.kind).toBe('ready');
    const promise = client.compile(`${above}a`, 60_000);
    made[0]?.say({ kind: 'compiled', id: 1, result: slow });
    await promise;
    expect(made[0]?.received.at(-1)).toMatchObject({ kind: 'compile' });
    expect(made).toHaveLength(2);
  });

  it('is not compiled ahead where a whole compile is quick, or short', async () => {
    const { made, client } = setUp();
    client.workAt('x', 1);
    expect(made).toHaveLength(1);
    const promise = client.compile(above, 60_000);
    made[0]?.say({ kind: 'compiled', id: 1, result: { ...slow, compileMs: 300 } });
    await promise;
    client.workAt(`${above}a`, above.length);
    expect(made).toHaveLength(1);
  });
});
