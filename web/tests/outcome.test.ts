import { describe, expect, it } from 'vitest';
import type { Clock, RunResult } from '../../wasm/api/types.ts';
import type { Program } from '../src/page/compile/programs.ts';
import { duration, failureText, succeeded, timings } from '../src/page/output/outcome.ts';

const compiled: Program = {
  prebuilt: false,
  optimisation: 0,
  asked: 0,
  diagnostics: [],
  text: '',
  compileMs: 0,
  linkMs: 0,
};

describe('words for the end of a run', () => {
  it.each([
    [0.04, '0.0 ms'],
    [4.26, '4.3 ms'],
    [312.4, '312 ms'],
    [1_254, '1.25 s'],
  ])('writes %d ms as %s', (ms, text) => expect(duration(ms)).toBe(text));

  it('names an exception by type and text', () => {
    expect(failureText({ kind: 'exception', type: 'std::runtime_error', message: 'no route' })).toBe(
      'Uncaught exception: std::runtime_error: no route',
    );
    expect(failureText({ kind: 'exception', type: 'int', message: '' })).toBe('Uncaught exception: int');
  });

  it('says how long compile, link and run took, or that the module was there', () => {
    const program: Program = { ...compiled, compileMs: 300, linkMs: 140 };
    const result: RunResult = { exitCode: 3, clock: 'real', wallMs: 1_000, clockMs: 1_000 };
    expect(timings({ ...program, prebuilt: false }, result)).toBe(
      'Exit code 3 · compiled in 300 ms, linked in 140 ms, ran 1.00 s',
    );
    expect(timings({ ...program, prebuilt: true }, result)).toBe('Exit code 3 · compiled in advance, ran 1.00 s');
  });

  it('says how far a program is optimised, and that Clang failed at it', () => {
    const program: Program = { ...compiled, asked: 2, compileMs: 300, linkMs: 140 };
    const result: RunResult = { exitCode: 0, clock: 'real', wallMs: 1_000, clockMs: 1_000 };
    expect(timings({ ...program, optimisation: 2 }, result)).toContain('compiled with -O2 in 300 ms');
    expect(timings({ ...program, optimisation: 0 }, result)).toContain(
      'compiled with -O0 (Clang fails to optimise it) in 300 ms',
    );
  });

  it('says how large the module is, where it is known', () => {
    const program: Program = { ...compiled, prebuilt: true };
    const size = { compressed: 91_000, runtime: 41_400 };
    expect(timings(program, { exitCode: 0, clock: 'real', wallMs: 1_000, clockMs: 1_000, size })).toBe(
      'Exit code 0 · compiled in advance, ran 1.00 s · module 91 kB compressed, 41 kB of it asyncio',
    );
  });

  it('says whose time it was with another clock than the real one', () => {
    const program: Program = { ...compiled, prebuilt: true };
    const ended = (clock: Clock, clockMs: number): string =>
      timings(program, { exitCode: 0, clock, wallMs: 4_000, clockMs });
    expect(ended('virtual', 3_600_000)).toContain('ran 4.00 s, ended in 3600.00 s virtual');
    expect(ended('slow', 400)).toContain('ran 4.00 s, ended in 400 ms slow (1:10)');
  });

  it('takes a failure or another exit code than 0 for no success', () => {
    expect(succeeded({ exitCode: 0, clock: 'real', wallMs: 1, clockMs: 1 })).toBe(true);
    expect(succeeded({ exitCode: 2, clock: 'real', wallMs: 1, clockMs: 1 })).toBe(false);
    expect(
      succeeded({
        exitCode: 0,
        clock: 'real',
        wallMs: 1,
        clockMs: 1,
        failure: { kind: 'abort', type: '', message: '' },
      }),
    ).toBe(false);
  });
});
