import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../wasm/api/types.ts';
import { actsOf, type Act } from '../src/page/compare/acts.ts';
import { align, withContext } from '../src/page/compare/align.ts';
import { partingOf, partingText } from '../src/page/compare/parting.ts';

const act = (task: string, what: string, time = 0, line = 0): Act => ({ task, what, time, line });

describe('where two runs part', () => {
  const common = [act('main', 'runs'), act('main', 'waits for sleep', 0, 3)];

  it('is nowhere where both do the same, whatever the lines are', () => {
    expect(partingOf(common, [act('main', 'runs', 5), act('main', 'waits for sleep', 6, 9)])).toBeUndefined();
    expect(partingText(undefined)).toBe('The tasks of both runs do the same, in the same order.');
  });

  it('is the first act that differs', () => {
    const a = [...common, act('Task-7 (pay_in)', 'runs', 1_000, 9)];
    const b = [...common, act('Task-8 (withdraw)', 'runs', 1_000, 14), act('main', 'runs')];
    const parting = partingOf(a, b);
    expect(parting).toEqual({ common: 2, a: a[2], b: b[2] });
    expect(partingText(parting)).toBe(
      'The same for 2 steps. Then A: Task-7 (pay_in) runs at 1.00 s, line 9. B: Task-8 (withdraw) runs at 1.00 s, line 14.',
    );
  });

  it('is the end of the shorter one', () => {
    expect(partingText(partingOf(common, common.slice(0, 1)))).toBe(
      'The same for 1 step. Then A: main waits for sleep at 0.0 ms, line 3. B: has ended.',
    );
  });

  it('the acts of a run are what its tasks did', () => {
    const file = join(import.meta.dirname, '../../wasm/tests/recorded/woken.json');
    const { events } = JSON.parse(readFileSync(file, 'utf8')) as { events: TraceEvent[] };
    const acts = actsOf(events);
    expect(acts.length).toBeGreaterThan(4);
    expect(acts[0]?.what).toBe('runs');
    expect(acts.at(-1)?.what).toBe('returned');
    expect(acts.some(({ line }) => line > 0)).toBe(true);
  });
});

describe('two outputs side by side', () => {
  const texts = (a: string, b: string): string[] =>
    align(a.match(/./g) ?? [], b.match(/./g) ?? []).map(
      (row) => `${row.a ?? ' '}${row.same ? '=' : '|'}${row.b ?? ' '}`,
    );

  it('have their common lines beside each other', () => {
    expect(texts('abc', 'abc')).toEqual(['a=a', 'b=b', 'c=c']);
    expect(texts('abc', 'axc')).toEqual(['a=a', 'b|x', 'c=c']);
    expect(texts('abc', 'ac')).toEqual(['a=a', 'b| ', 'c=c']);
    expect(texts('', 'ab')).toEqual([' |a', ' |b']);
    expect(texts('abcde', 'xbcyde')).toEqual(['a|x', 'b=b', 'c=c', ' |y', 'd=d', 'e=e']);
    expect(texts('ab', 'ba')).toEqual(['a| ', 'b=b', ' |a']);
  });

  it('of thousands of lines are compared, too', () => {
    const a = Array.from({ length: 3_000 }, (_, i) => `a${i}`);
    const b = Array.from({ length: 2_000 }, (_, i) => `b${i}`);
    expect(align(a, b)).toHaveLength(3_000);
  });

  it('show what is round the differences', () => {
    const same = { a: 'x', b: 'x', same: true };
    const different = { a: 'x', b: 'y', same: false };
    expect(withContext([same, same, same, different, same, same, same, same])).toEqual([
      { gap: 1 },
      same,
      same,
      different,
      same,
      same,
      { gap: 2 },
    ]);
  });
});
