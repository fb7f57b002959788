import { describe, expect, it } from 'vitest';
import { CompilerClient, CompilerCrashed, Superseded, type CompilerState } from '../src/page/compile/client.ts';
import { workshop } from './fake-worker.ts';

const files = { module: new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)), base: new Blob() };
const result = { ok: false, optimisation: 0, diagnostics: [], text: '', compileMs: 1, linkMs: 1 };

function setUp(): ReturnType<typeof workshop> & { client: CompilerClient; states: CompilerState[] } {
  const shop = workshop();
  const states: CompilerState[] = [];
  const client = new CompilerClient({
    spawn: shop.spawn,
    baseUrl: 'compiler/',
    cores: 8,
    onState: (state) => states.push(state),
  });
  client.start();
  return { ...shop, client, states };
}

describe('the compiler’s client', () => {
  it('loads, reports progress and becomes ready', () => {
    const { latest, states, client } = setUp();
    expect(latest().received).toEqual([{ kind: 'load', baseUrl: 'compiler/' }]);
    latest().say({ kind: 'progress', progress: { loaded: 5, total: 9 } });
    expect(states.at(-1)).toEqual({ kind: 'loading', progress: { loaded: 5, total: 9 } });
    latest().say({ kind: 'ready' });
    expect(client.state.kind).toBe('ready');
  });

  it('compiles what was asked for while it loaded', async () => {
    const { latest, client } = setUp();
    const promise = client.compile('a', 60_000);
    expect(latest().received).toHaveLength(1);
    latest().say({ kind: 'ready' });
    expect(latest().received.at(-1)).toEqual({ kind: 'compile', id: 1, source: 'a', optimisation: 0 });
    latest().say({ kind: 'compiled', id: 1, result });
    expect(await promise).toEqual(result);
  });

  it('wants only the latest text', async () => {
    const { latest, client } = setUp();
    latest().say({ kind: 'ready' });
    const first = client.compile('a', 60_000);
    const second = client.compile('b', 60_000);
    await expect(first).rejects.toThrow(Superseded);
    // Its only Worker cannot be asked to stop.
    expect(latest().received.at(-1)).toMatchObject({ source: 'a' });
    latest().say({ kind: 'compiled', id: 1, result });
    expect(latest().received.at(-1)).toMatchObject({ source: 'b' });
    latest().say({ kind: 'compiled', id: 2, result });
    expect(await second).toEqual(result);
  });

  it('ends the compile of an older text where another Worker begins at once', async () => {
    const { made, client } = setUp();
    made[0]?.say({ kind: 'ready' });
    made[0]?.say({ kind: 'files', files });
    const first = client.compile('a', 60_000);
    const second = client.compile('b', 60_000);
    await expect(first).rejects.toThrow(Superseded);
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(made[1]?.received).toEqual([{ kind: 'adopt', files }]);
    made[1]?.say({ kind: 'ready' });
    expect(made[1]?.received.at(-1)).toEqual({ kind: 'compile', id: 2, source: 'b', optimisation: 0 });
    made[1]?.say({ kind: 'compiled', id: 2, result });
    expect(await second).toEqual(result);
  });

  it('gives the same promise for the same text', () => {
    const { latest, client } = setUp();
    latest().say({ kind: 'ready' });
    expect(client.compile('a', 60_000)).toBe(client.compile('a', 60_000));
  });

  it('drops an answer to something else', () => {
    const { latest, client } = setUp();
    latest().say({ kind: 'ready' });
    void client.compile('a', 60_000);
    expect(() => latest().say({ kind: 'compiled', id: 77, result })).not.toThrow();
    expect(client.state.kind).toBe('ready');
  });

  it.each([
    ['its Worker crashes', (worker: ReturnType<ReturnType<typeof workshop>['latest']>) => worker.crash('boom')],
    ['a compile crashes', (worker) => worker.say({ kind: 'compileFailed', id: 1, message: 'boom' })],
    ['an answer makes no sense', (worker) => worker.say({ kind: 'nonsense' })],
  ] satisfies [string, (worker: ReturnType<ReturnType<typeof workshop>['latest']>) => void][])(
    'restarts when %s, and the promise settles',
    async (_name, crash) => {
      const { latest, made, client } = setUp();
      latest().say({ kind: 'ready' });
      const promise = client.compile('a', 60_000);
      crash(latest());
      await expect(promise).rejects.toThrow(CompilerCrashed);
      await expect(promise).rejects.toThrow('loading again');
      expect(made).toHaveLength(2);
      expect(made[0]?.terminated).toBe(true);
      expect(client.state.kind).toBe('loading');
    },
  );

  it('does not try again by itself when it cannot be loaded', async () => {
    const { latest, made, client } = setUp();
    const waiting = client.compile('a', 60_000);
    latest().say({ kind: 'loadFailed', message: 'no network' });
    await expect(waiting).rejects.toThrow('no network');
    await expect(client.compile('b', 60_000)).rejects.toThrow('no network');
    expect(client.state).toEqual({ kind: 'failed', message: 'no network' });
    expect(made).toHaveLength(1);
    client.restart('again');
    expect(made).toHaveLength(2);
  });

  it('settles what is under way when it is disposed of', async () => {
    const { latest, client } = setUp();
    latest().say({ kind: 'ready' });
    const promise = client.compile('a', 60_000);
    client.dispose();
    await expect(promise).rejects.toThrow(CompilerCrashed);
    expect(latest().terminated).toBe(true);
  });
});
