/** Replays what a person and the Workers do, against the real session with fake Workers. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../wasm/api/types.ts';
import { examples } from '../src/page/examples/catalog.ts';
import { linesOf } from '../src/page/output/log.ts';
import { Notices } from '../src/page/session/notices.svelte.ts';
import { Session } from '../src/page/session/session.svelte.ts';
import { workshop } from './fake-worker.ts';

const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const summary = { iterations: 0, tasks: 0, busyMs: 0, events: 0 };
const skipped = { lines: 0, characters: 0 };
const compiled = { ok: true, module: bytes, optimisation: 0, diagnostics: [], text: '', compileMs: 3, linkMs: 2 };
const refused = { ok: false, optimisation: 0, diagnostics: [], text: 'undefined symbol: x', compileMs: 3, linkMs: 2 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  vi.stubGlobal('document', { hidden: true });
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Lets what was promised happen. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}

class Stage {
  source = 'int main() {}';
  clock: Clock = 'real';
  /** Whether the site was updated meanwhile. */
  replaced = false;
  readonly compilers = workshop();
  readonly runs = workshop();
  readonly notices = new Notices();
  readonly session = new Session({
    spawnCompiler: this.compilers.spawn,
    spawnRun: this.runs.spawn,
    replaceSandbox: () => {},
    baseUrl: 'http://localhost/',
    compilerUrl: 'http://localhost/compiler/',
    cores: 8,
    examplesUrl: 'http://localhost/examples/',
    jspi: true,
    notices: this.notices,
    wasReplaced: () => Promise.resolve(this.replaced),
    reload: () => {},
    source: () => this.source,
    clock: () => this.clock,
  });

  ready(): void {
    this.session.start();
    this.compilers.latest().say({ kind: 'ready' });
  }

  edit(source: string): void {
    this.source = source;
    this.session.edited();
  }

  /** Answers the compile under way. */
  async answer(result: typeof compiled | typeof refused = compiled): Promise<void> {
    const request = this.compilers.latest().received.at(-1) as { id: number };
    this.compilers.latest().say({ kind: 'compiled', id: request.id, result });
    await settle();
  }

  /** The Worker of the run under way. */
  runner(): ReturnType<typeof this.runs.latest> {
    const isStart = (message: unknown): boolean => (message as { kind: string }).kind === 'start';
    const started = this.runs.made.find((worker) => !worker.terminated && worker.received.some(isStart));
    if (started === undefined) throw new Error('no run was started');
    return started;
  }

  get compiledSources(): unknown[] {
    const requests = this.compilers.made.flatMap((worker) => worker.received) as { kind: string; source?: string }[];
    return requests.filter(({ kind }) => kind === 'compile').map(({ source }) => source);
  }

  get lines(): string[] {
    return linesOf(this.session.results.log).map((line) => line.text);
  }
}

describe('a run', () => {
  it('compiles, runs and finishes', async () => {
    const stage = new Stage();
    stage.ready();
    void stage.session.run();
    expect(stage.session.status).toBe('Compiling');
    await stage.answer();
    expect(stage.session.status).toBe('Running');
    const worker = stage.runner();
    worker.say({ kind: 'output', run: 1, chunks: [{ stream: 'stdout', text: 'hi\n', time: 1 }], skipped });
    worker.say({ kind: 'finished', run: 1, result: { exitCode: 0, clock: 'real', wallMs: 12, clockMs: 12 }, summary });
    expect(stage.session.status).toBe('Finished');
    expect(stage.lines).toEqual(['hi', 'Exit code 0 · compiled in 3.0 ms, linked in 2.0 ms, ran 12 ms']);
  });

  it('waits for the compiler and then goes on by itself', async () => {
    const stage = new Stage();
    stage.session.start();
    void stage.session.run();
    expect(stage.session.status).toBe('Loading compiler');
    stage.compilers.latest().say({ kind: 'ready' });
    await stage.answer();
    expect(stage.session.status).toBe('Running');
  });

  it('that does not compile fails and says where to look', async () => {
    const stage = new Stage();
    stage.ready();
    void stage.session.run();
    await stage.answer(refused);
    expect(stage.session.status).toBe('Failed');
    expect(stage.session.problems).toEqual({
      diagnostics: [],
      text: 'undefined symbol: x',
      ok: false,
    });
  });

  it('that is stopped while it compiles does not start later', async () => {
    const stage = new Stage();
    stage.ready();
    void stage.session.run();
    stage.session.stop();
    expect(stage.session.status).toBe('Stopped');
    await stage.answer();
    expect(stage.session.status).toBe('Stopped');
    expect(() => stage.runner()).toThrow('no run was started');
  });

  it('runs the text of the moment, when that changed during the compile', async () => {
    const stage = new Stage();
    stage.ready();
    void stage.session.run();
    stage.edit('int main() { return 1; }');
    await stage.answer();
    expect(stage.session.status).toBe('Compiling');
    vi.advanceTimersByTime(400);
    await settle();
    expect(stage.compiledSources.at(-1)).toBe('int main() { return 1; }');
    await stage.answer();
    expect(stage.session.status).toBe('Running');
  });

  it('fails with a message when the compiler crashes, which loads again', async () => {
    const stage = new Stage();
    stage.ready();
    void stage.session.run();
    stage.compilers.latest().crash('boom');
    await settle();
    expect(stage.lines.join()).toContain('The compiler stopped (boom). It is loading again.');
    expect(stage.compilers.made).toHaveLength(2);
    // The text that it crashed on is not compiled ahead, or it would crash for ever.
    stage.compilers.latest().say({ kind: 'ready' });
    expect(stage.compilers.latest().received).toHaveLength(1);
  });
});

describe('compiling ahead', () => {
  it('waits for a pause in typing and makes Run start at once', async () => {
    const stage = new Stage();
    stage.ready();
    stage.edit('a');
    vi.advanceTimersByTime(200);
    stage.edit('ab');
    vi.advanceTimersByTime(200);
    expect(stage.compiledSources).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(stage.compiledSources).toEqual(['ab']);
    expect(stage.session.status).toBe('Compiling');
    await stage.answer();
    expect(stage.session.status).toBe('Ready');
    void stage.session.run();
    await settle();
    expect(stage.session.status).toBe('Running');
    expect(stage.compiledSources).toHaveLength(1);
  });

  it('shows no problems of a text that is gone', async () => {
    const stage = new Stage();
    stage.ready();
    stage.edit('old');
    vi.advanceTimersByTime(400);
    stage.edit('newer');
    await stage.answer(refused);
    expect(stage.session.problems.ok).toBe(true);
  });

  it('leaves alone a text in which nobody has typed, until Run', async () => {
    const stage = new Stage();
    stage.ready();
    vi.advanceTimersByTime(1_000);
    stage.session.replaced();
    await settle();
    expect(stage.compiledSources).toEqual([]);
    void stage.session.run();
    expect(stage.compiledSources).toEqual(['int main() {}']);
  });

  it('is ended when it takes too long, and the next compile works', async () => {
    const stage = new Stage();
    stage.ready();
    stage.edit('bomb');
    vi.advanceTimersByTime(400 + 20_000);
    await settle();
    expect(stage.notices.list[0]?.text).toContain('it took longer than 20 seconds');
    expect(stage.compilers.made.map(({ terminated }) => terminated)).toEqual([true, false]);
    stage.compilers.latest().say({ kind: 'ready' });
    expect(stage.compiledSources).toEqual(['bomb']);
    stage.edit('good');
    vi.advanceTimersByTime(400);
    expect(stage.compiledSources).toEqual(['bomb', 'good']);
  });

  it('may take longer once somebody waits for its run', async () => {
    const stage = new Stage();
    stage.ready();
    stage.edit('slow');
    vi.advanceTimersByTime(400);
    void stage.session.run();
    vi.advanceTimersByTime(50_000);
    await stage.answer();
    expect(stage.session.status).toBe('Running');
  });

  it('compiles an example whose prebuilt module cannot be had', async () => {
    const stage = new Stage();
    stage.source = examples[0]?.source ?? '';
    stage.ready();
    await settle();
    expect(stage.compiledSources).toEqual([stage.source]);
  });
});

describe('a program that does not answer', () => {
  it('is told of after ten seconds, until it is stopped', async () => {
    const stage = new Stage();
    stage.ready();
    void stage.session.run();
    await stage.answer();
    vi.advanceTimersByTime(5_000);
    stage.runner().say({ kind: 'pong', run: 1 });
    vi.advanceTimersByTime(9_000);
    expect(stage.notices.list).toEqual([]);
    vi.advanceTimersByTime(2_000);
    expect(stage.notices.list[0]?.text).toContain('Still running');
    stage.session.stop();
    expect(stage.notices.list).toEqual([]);
    expect(stage.session.status).toBe('Stopped');
  });
});

describe('a page that is older than the site', () => {
  it('says that it must be reloaded', async () => {
    const stage = new Stage();
    stage.replaced = true;
    stage.session.start();
    stage.compilers.latest().crash('');
    await settle();
    expect(stage.notices.list.map(({ topic }) => topic)).toContain('page');
    expect(stage.notices.list.at(-1)?.text).toContain('updated since you opened the page');
  });
});

describe('the status after a run', () => {
  it('is Ready again once the text is edited', async () => {
    const stage = new Stage();
    stage.ready();
    void stage.session.run();
    await stage.answer(refused);
    stage.edit('x');
    expect(stage.session.status).toBe('Ready');
  });
});

it('a compiler that is to be spared is loaded by the first edit, and not before', async () => {
  const compilers = workshop();
  const session = new Session({
    spawnCompiler: compilers.spawn,
    spawnRun: workshop().spawn,
    replaceSandbox: () => {},
    baseUrl: 'http://localhost/',
    compilerUrl: 'http://localhost/compiler/',
    cores: 8,
    examplesUrl: 'http://localhost/examples/',
    bytesToSpare: () => Promise.resolve(23_000_000),
    jspi: true,
    notices: new Notices(),
    wasReplaced: () => Promise.resolve(false),
    reload: () => {},
    source: () => 'int main() {}',
    clock: () => 'real',
  });
  session.start();
  await settle();
  expect([session.spared, session.status, compilers.made.length]).toEqual([23_000_000, 'Ready', 0]);
  session.edited();
  expect([session.spared, session.status, compilers.made.length]).toEqual([0, 'Loading compiler', 1]);
  session.dispose();
});
