import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatSchedule, parseSchedule, scheduleText as longestText } from '../../wasm/api/schedules.ts';
import type { Exploration, ScheduleGroup } from '../../wasm/api/types.ts';
import { budgets } from '../src/page/schedules/budget.ts';
import { Explorer, neverYields, silenceMs } from '../src/page/schedules/explorer.ts';
import {
  deviationText,
  endingText,
  progressText,
  scheduleText,
  shareText,
  tellingLine,
} from '../src/page/schedules/words.ts';
import { decodeFragment, encodeFragment } from '../src/page/share/codec.ts';
import { DamagedLink } from '../src/page/share/packing.ts';
import { workshop } from './fake-worker.ts';

const told = { time: 200, first: 'Task-8 (withdraw)', second: 'Task-7 (pay_in)' };
const group: ScheduleGroup = {
  ...{ runs: 474, found: 3, schedule: '2.0:1', told: [told], deviations: 1 },
  ...{ exitCode: 0, head: 'one\ntwo\n', tail: '', characters: 8 },
};
const exploration: Exploration = { runs: 1_000, ms: 2_000, groups: [group], more: 0, complete: false };

describe('the text of a schedule', () => {
  it.each(['fifo', 'seed=7', 'seed=4294967295', '2.0:1', '3.0:1,7.2:1'])('is read and written: %s', (text) => {
    const schedule = parseSchedule(text);
    expect(schedule && formatSchedule(schedule)).toBe(text);
  });

  it.each([
    '',
    'seed=',
    'seed=4294967296',
    'seed=-1',
    '1',
    '1.2',
    '1.2:',
    '1.2:3,',
    '-1.2:3',
    '1.2:3x',
    '1.2:99999999999',
  ])('is refused where it is none: %s', (text) => expect(parseSchedule(text)).toBeUndefined());

  it('is bounded', () => {
    expect(parseSchedule('1.2:3,'.repeat(2_001) + '1.2:3')).toBeUndefined();
    expect(parseSchedule('9'.repeat(longestText + 1))).toBeUndefined();
  });
});

describe('links', () => {
  it.each(['2.0:1', '3.0:1,7.2:1', 'seed=7', 'fifo'])('hold a schedule: %s', async (schedule) => {
    const shared = { kind: 'example', name: 'gather', schedule } as const;
    expect(await decodeFragment(await encodeFragment(shared))).toEqual(shared);
  });

  it('show it as it is', async () => {
    const shared = { kind: 'example', name: 'gather', clock: 'slow', schedule: '3.0:1,7.2:1', event: 4 } as const;
    expect(await encodeFragment(shared)).toBe('#example=gather&clock=slow&schedule=3.0:1,7.2:1&event=4');
  });

  it.each(['&schedule=', '&schedule=x', '&schedule=1.2:3&schedule=1.2:3', '&schedule=<b>'])(
    'are refused when the schedule is none: %s',
    (extra) => expect(decodeFragment(`#example=gather${extra}`)).rejects.toThrow(DamagedLink),
  );
});

describe('in words', () => {
  it('a schedule is what differs from first in, first out', () => {
    expect(scheduleText([], 0)).toBe('First in, first out everywhere');
    expect(scheduleText([told], 1)).toBe(
      'First in, first out everywhere, except: at 0.2 s Task-8 (withdraw) before Task-7 (pay_in)',
    );
    expect(scheduleText([told], 4)).toMatch(/; and 3 more$/);
  });

  it('timers have no names', () => {
    expect(deviationText({ time: 1_000, first: '', second: '' })).toBe('at 1 s a later timer before an earlier one');
  });

  it('an outcome has its ending, its share and the line that tells it apart', () => {
    expect(endingText(group)).toBe('Finished');
    expect(endingText({ exitCode: 3 })).toBe('Exit code 3');
    expect(endingText({ exitCode: 1, failure: { kind: 'exception', type: 'std::runtime_error', message: 'no' } })).toBe(
      'Uncaught exception: std::runtime_error: no',
    );
    expect(shareText(group, 1_000)).toBe('474 of 1,000, 47 %; first in run 3');
    expect(tellingLine({ ...group, head: 'one\nthree\n' }, group)).toBe('three');
    expect(tellingLine(group, group)).toBe('one');
  });

  it('the progress has schedules, speed and outcomes', () => {
    expect(progressText(exploration, true)).toBe('1,000 schedules, 500 a second, 1 outcome');
    expect(progressText({ ...exploration, runs: 24, complete: true }, false)).toBe(
      '24 schedules, all that there are, 12 a second, 1 outcome',
    );
  });
});

describe('an exploration', () => {
  const { spawn, latest } = workshop();
  const seen: Exploration[] = [];
  const ends: (string | undefined)[] = [];
  const explorer = new Explorer({
    spawn,
    onProgress: (exploration) => seen.push(exploration),
    onEnd: (problem) => ends.push(problem),
  });
  const begin = (): number => {
    explorer.start(new Uint8Array(8), budgets[0], 1);
    return (latest().received[0] as { run: number }).run;
  };

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    explorer.stop();
    vi.useRealTimers();
    seen.length = ends.length = 0;
  });

  it('tells how far it is, and ends', () => {
    const run = begin();
    latest().say({ kind: 'loaded' });
    latest().say({ kind: 'explored', run, exploration, ended: false });
    expect(seen).toEqual([exploration]);
    expect(ends).toEqual([]);
    latest().say({ kind: 'explored', run, exploration, ended: true });
    expect(ends).toEqual([undefined]);
    expect(latest().terminated).toBe(true);
  });

  it('that says nothing for long is ended', () => {
    begin();
    vi.advanceTimersByTime(silenceMs);
    expect(ends).toEqual([neverYields]);
    expect(latest().terminated).toBe(true);
  });

  it.each([
    ['a group too much', { ...exploration, groups: Array.from({ length: 41 }, () => group) }],
    ['too long a text', { ...exploration, groups: [{ ...group, head: 'x'.repeat(2_001) }] }],
    ['no number', { ...exploration, runs: NaN }],
  ])('that says what it may not is ended: %s', (_name, wrong) => {
    const run = begin();
    latest().say({ kind: 'explored', run, exploration: wrong, ended: false });
    expect(seen).toEqual([]);
    expect(ends).toHaveLength(1);
    expect(latest().terminated).toBe(true);
  });

  it('that floods the page is ended', () => {
    const run = begin();
    for (let i = 0; i < 100; i++) latest().say({ kind: 'explored', run, exploration, ended: false });
    expect(ends).toEqual(['It floods the page with messages.']);
  });

  it('that was stopped says no more', () => {
    const run = begin();
    const worker = latest();
    explorer.stop();
    worker.say({ kind: 'explored', run, exploration, ended: true });
    expect([seen, ends]).toEqual([[], []]);
  });
});
