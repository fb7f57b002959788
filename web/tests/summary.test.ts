import { describe, expect, it } from 'vitest';
import { slowdown } from '../../wasm/api/clocks.ts';
import type { Clock, TraceEvent } from '../../wasm/api/types.ts';
import { figuresOf, type Measured } from '../src/page/summary/figures.ts';
import { Timing } from '../src/page/summary/timing.ts';
import { lines } from './rewind/events.ts';

const created = (task: number, eager = false): TraceEvent => {
  return { kind: 'created', time: 0, task, name: 'T', parent: 0, eager, coroutine: 'work', place: 3 };
};
const step = (kind: 'stepBegin' | 'stepEnd', task: number, time: number): TraceEvent => ({ kind, task, time });
const suspended = (task: number, time: number, line: number): TraceEvent => {
  return { kind: 'suspended', task, time, what: 'sleep', awaited: 0, place: line };
};
const done = (task: number, time: number): TraceEvent => {
  return { kind: 'done', task, time, outcome: 'returned', type: '', message: '' };
};

/** A task of 4 ms with an eager one of 30 ms in it, and then a third task, alone. */
const events: TraceEvent[] = [
  created(1),
  step('stepBegin', 1, 0),
  created(2, true),
  step('stepBegin', 2, 2),
  suspended(2, 32, 12),
  step('stepEnd', 2, 32),
  done(1, 34),
  step('stepEnd', 1, 34),
  step('stepBegin', 2, 40),
  done(2, 41),
  step('stepEnd', 2, 41),
  created(3),
];

function timingOf(clock: Clock): Timing {
  const timing = new Timing(clock);
  for (const event of [...lines, ...events]) timing.add(event);
  return timing;
}

describe('the timing of a run', () => {
  it('knows the longest step without those within it, and how many tasks lived at a time', () => {
    expect(timingOf('real')).toMatchObject({ peak: 2, longest: { ms: 30, task: 2, line: 12 } });
    expect(timingOf('slow').longest?.ms).toBe(30 * slowdown);
    expect(timingOf('virtual').longest).toBeUndefined();
  });
});

describe('the figures of a run', () => {
  const values = (clock: Clock, more: Partial<Measured> = {}): Record<string, string> => {
    const figures = figuresOf({
      clock,
      wallMs: 4_000,
      clockMs: clock === 'real' ? 4_000 : 400,
      summary: { iterations: 1_234, tasks: 3, busyMs: 20, events: 9 },
      timing: timingOf(clock),
      made: { prebuilt: false, compileMs: 300, linkMs: 140, loadMs: 2_500 },
      ...more,
    });
    return Object.fromEntries(figures.map(({ key, value }) => [key, value]));
  };

  it('are of real time', () => {
    expect(values('real')).toEqual({
      wall: '4.00 s',
      busy: '20 ms',
      longest: '30 ms, line 12',
      iterations: '1,234',
      tasks: '3',
      peak: '2 at a time',
      compile: '300 ms',
      link: '140 ms',
      load: '2.50 s',
    });
  });

  it('say where they are of another clock', () => {
    expect(values('slow')).toMatchObject({ wall: '4.00 s', clock: '400 ms slow (1:10)', busy: '200 ms' });
    const virtual = values('virtual', { made: { prebuilt: true, compileMs: 0, linkMs: 0, loadMs: undefined } });
    expect(virtual).toMatchObject({ clock: '400 ms virtual', busy: 'not measured', compile: 'in advance' });
    expect(Object.keys(virtual)).not.toContain('longest');
  });
});
