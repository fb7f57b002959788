import { describe, expect, it, vi } from 'vitest';
import type { CompileResult } from '../../wasm/js/types.ts';
import { Programs } from '../src/compile/programs.ts';

const BYTES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const good: CompileResult = { ok: true, module: BYTES, diagnostics: [], text: '', compileMs: 3, linkMs: 2 };
const bad: CompileResult = { ok: false, diagnostics: [], text: 'no', compileMs: 3, linkMs: 0 };

describe('programs', () => {
  it('are compiled once a text', async () => {
    const compile = vi.fn(() => Promise.resolve(good));
    const programs = new Programs({ compile, prebuilt: () => undefined });
    const [first, second] = await Promise.all([programs.get('a'), programs.get('a')]);
    expect(first).toBe(second);
    expect(first).toMatchObject({ prebuilt: false, compileMs: 3, linkMs: 2 });
    expect(first.module).toBeInstanceOf(WebAssembly.Module);
    expect(compile).toHaveBeenCalledTimes(1);
  });

  it('without a module do not run', async () => {
    const programs = new Programs({ compile: () => Promise.resolve(bad), prebuilt: () => undefined });
    expect(await programs.get('a')).toEqual({ prebuilt: false, diagnostics: [], text: 'no', compileMs: 3, linkMs: 0 });
  });

  it('whose code is not valid do not run and say whose fault it is', async () => {
    const broken = { ...good, module: new Uint8Array([0, 97, 115, 109, 9, 9, 9, 9]) };
    const programs = new Programs({ compile: () => Promise.resolve(broken), prebuilt: () => undefined });
    const program = await programs.get('a');
    expect(program.module).toBeUndefined();
    expect(program.text).toContain('a fault in Clang, not in your program');
  });

  it('come prebuilt where they can be had so, and are compiled where not', async () => {
    const compile = vi.fn(() => Promise.resolve(good));
    const module = new WebAssembly.Module(BYTES);
    const prebuilt = (source: string): Promise<WebAssembly.Module> =>
      source === 'here' ? Promise.resolve(module) : Promise.reject(new Error('404'));
    const programs = new Programs({ compile, prebuilt });
    expect(await programs.get('here')).toMatchObject({ module, prebuilt: true });
    expect(compile).not.toHaveBeenCalled();
    expect(await programs.get('gone')).toMatchObject({ prebuilt: false });
  });

  it('are asked for again after the compiler failed', async () => {
    const compile = vi.fn(() => Promise.resolve(good)).mockRejectedValueOnce(new Error('crash'));
    const programs = new Programs({ compile, prebuilt: () => undefined });
    await expect(programs.get('a')).rejects.toThrow('crash');
    expect(await programs.get('a')).toMatchObject({ compileMs: 3 });
  });

  it('are kept only for the last few texts', async () => {
    const compile = vi.fn(() => Promise.resolve(bad));
    const programs = new Programs({ compile, prebuilt: () => undefined });
    for (const source of ['a', 'b', 'c', 'd', 'e', 'e', 'a']) await programs.get(source);
    expect(compile).toHaveBeenCalledTimes(6);
  });
});
