import { describe, expect, it, vi } from 'vitest';
import type { CompileResult } from '../../wasm/api/types.ts';
import { Programs } from '../src/page/compile/programs.ts';

const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const good: CompileResult = {
  ok: true,
  module: bytes,
  optimisation: 0,
  diagnostics: [],
  text: '',
  compileMs: 3,
  linkMs: 2,
};
const bad: CompileResult = { ok: false, optimisation: 0, diagnostics: [], text: 'no', compileMs: 3, linkMs: 0 };

describe('programs', () => {
  it('are compiled once a text', async () => {
    const compile = vi.fn(() => Promise.resolve(good));
    const programs = new Programs({ compile, prebuilt: () => undefined });
    const [first, second] = await Promise.all([programs.get('a', 0), programs.get('a', 0)]);
    expect(first).toBe(second);
    expect(first).toMatchObject({ prebuilt: false, compileMs: 3, linkMs: 2 });
    expect(first.module).toBe(bytes);
    expect(compile).toHaveBeenCalledTimes(1);
  });

  it('are compiled again for another optimisation, prebuilt ones too', async () => {
    const compile = vi.fn(() => Promise.resolve(good));
    const programs = new Programs({ compile, prebuilt: () => Promise.resolve(bytes) });
    expect(await programs.get('a', 0)).toMatchObject({ prebuilt: true });
    expect(await programs.get('a', 2)).toMatchObject({ prebuilt: false, asked: 2, optimisation: 0 });
    expect(compile).toHaveBeenCalledWith('a', 2);
  });

  it('without a module do not run', async () => {
    const programs = new Programs({ compile: () => Promise.resolve(bad), prebuilt: () => undefined });
    expect(await programs.get('a', 0)).toEqual({
      prebuilt: false,
      optimisation: 0,
      asked: 0,
      diagnostics: [],
      text: 'no',
      compileMs: 3,
      linkMs: 0,
    });
  });

  it('come prebuilt where they can be had so, and are compiled where not', async () => {
    const compile = vi.fn(() => Promise.resolve(good));
    const prebuilt = (source: string): Promise<typeof bytes> =>
      source === 'here' ? Promise.resolve(bytes) : Promise.reject(new Error('404'));
    const programs = new Programs({ compile, prebuilt });
    expect(await programs.get('here', 0)).toMatchObject({ module: bytes, prebuilt: true });
    expect(compile).not.toHaveBeenCalled();
    expect(await programs.get('gone', 0)).toMatchObject({ prebuilt: false });
  });

  it('are asked for again after the compiler failed', async () => {
    const compile = vi.fn(() => Promise.resolve(good)).mockRejectedValueOnce(new Error('crash'));
    const programs = new Programs({ compile, prebuilt: () => undefined });
    await expect(programs.get('a', 0)).rejects.toThrow('crash');
    expect(await programs.get('a', 0)).toMatchObject({ compileMs: 3 });
  });

  it('are kept only for the last few texts', async () => {
    const compile = vi.fn(() => Promise.resolve(bad));
    const programs = new Programs({ compile, prebuilt: () => undefined });
    for (const source of ['a', 'b', 'c', 'd', 'e', 'e', 'a']) await programs.get(source, 0);
    expect(compile).toHaveBeenCalledTimes(6);
  });
});
