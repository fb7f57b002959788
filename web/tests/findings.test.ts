/** The rules by themselves; whole programs, from source to finding: wasm/tests/findings.test.ts. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { slowdown } from '../../wasm/api/clocks.ts';
import type { Clock, TraceEvent } from '../../wasm/api/types.ts';
import { Analysis } from '../src/page/findings/analysis.ts';
import { grouped, type Finding } from '../src/page/findings/finding.ts';
import { LiveFindings } from '../src/page/findings/live.svelte.ts';
import { bounded } from './properties/anything.ts';
import { lines } from './rewind/events.ts';

const recorded = join(import.meta.dirname, '../../wasm/tests/recorded');

const created = (task: number, parent = 0, line = 3, eager = false): TraceEvent => {
  return { kind: 'created', time: 0, task, name: `Task-${task}`, parent, eager, coroutine: 'work', place: line };
};
const step = (kind: 'stepBegin' | 'stepEnd', task: number, time: number): TraceEvent => ({ kind, task, time });
const suspended = (task: number, time: number, line: number, what = 'sleep', awaited = 0): TraceEvent => {
  return { kind: 'suspended', task, time, what, awaited, place: line };
};
const woken = (task: number, time: number, by = 0): TraceEvent => ({ kind: 'woken', task, time, by });
const done = (task: number, time: number): TraceEvent => {
  return { kind: 'done', task, time, outcome: 'returned', type: '', message: '' };
};

function find(events: readonly TraceEvent[], clock: Clock = 'real'): Finding[] {
  const analysis = new Analysis(clock);
  analysis.addEvents(lines);
  analysis.addEvents(events);
  return analysis.findings;
}

/** One step of so many milliseconds, between lines 7 and 9. */
const computing = (ms: number): TraceEvent[] => [
  created(1),
  step('stepBegin', 1, 0),
  suspended(1, 1, 7),
  step('stepEnd', 1, 1),
  woken(1, 5),
  step('stepBegin', 1, 10),
  suspended(1, 10 + ms, 9),
  step('stepEnd', 1, 10 + ms),
];

describe('a long step', () => {
  it('blocks the loop from a tenth of a second on, and seems endless from a second on', () => {
    expect(find(computing(99))).toEqual([]);
    const [blocked] = find(computing(150));
    expect(blocked).toMatchObject({ kind: 'blocked', line: 7, task: 1 });
    expect(blocked?.text).toBe('Task-1 computed for 150 ms after line 7 before line 9, and nothing else could run.');
    expect(find(computing(1_200))[0]?.kind).toBe('neverYields');
  });

  it('is of the task that computed, not of the one round its eager step', () => {
    const events = [
      created(1),
      step('stepBegin', 1, 0),
      created(2, 1, 5, true),
      step('stepBegin', 2, 1),
      suspended(2, 201, 12),
      step('stepEnd', 2, 201),
      suspended(1, 202, 6),
      step('stepEnd', 1, 202),
    ];
    expect(find(events).map(({ task, line }) => [task, line])).toEqual([[2, 12]]);
  });

  it('is as long as it took the processor, whatever the clock', () => {
    expect(find(computing(150 / slowdown), 'slow')[0]?.text).toContain('150 ms');
    expect(find(computing(5_000), 'virtual')).toEqual([]);
  });
});

describe('tasks one after another', () => {
  const oneByOne = (line: (index: number) => number): TraceEvent[] => [
    created(1),
    step('stepBegin', 1, 0),
    ...[0, 1, 2].flatMap((i) => [
      created(2 + i, 1, line(i)),
      suspended(1, i * 100, 8, `Task-${2 + i}`, 2 + i),
      step('stepEnd', 1, i * 100),
      step('stepBegin', 2 + i, i * 100),
      done(2 + i, i * 100 + 100),
      woken(1, i * 100 + 100, 2 + i),
      step('stepEnd', 2 + i, i * 100 + 100),
      step('stepBegin', 1, i * 100 + 100),
    ]),
    done(1, 300),
    step('stepEnd', 1, 300),
  ];

  it('of one line are found, with what it would have saved', () => {
    const [finding] = find(
      oneByOne(() => 6),
      'virtual',
    );
    expect(finding).toMatchObject({ kind: 'sequential', line: 6, task: 1 });
    expect(finding?.advice).toContain('saves 200 ms');
  });

  it('of different lines may need each other’s results', () =>
    expect(
      find(
        oneByOne((i) => 6 + i),
        'virtual',
      ),
    ).toEqual([]));
});

describe('what real programs told', () => {
  it.each(readdirSync(recorded).filter((file) => file.endsWith('.json')))('%s: nothing', (file) => {
    expect(find((JSON.parse(readFileSync(join(recorded, file), 'utf8')) as { events: TraceEvent[] }).events)).toEqual(
      [],
    );
  });

  it('of a deadlock is put together with the words of its end', () => {
    const analysis = new Analysis('real');
    const { events } = JSON.parse(readFileSync(join(recorded, 'deadlock.json'), 'utf8')) as { events: TraceEvent[] };
    analysis.addEvents(events);
    analysis.end({
      kind: 'deadlock',
      type: '',
      message:
        'every task waits for something that will never come\n' +
        '  Task-1 waits for gather at main.cpp:12 in parent()\n' +
        '  Task-2 waits for Lock.scoped_lock at main.cpp:9 in take()\n' +
        '  Task-3 waits for Lock.scoped_lock at main.cpp:9 in take()',
    });
    const [finding, ...rest] = analysis.findings;
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ kind: 'deadlock', line: 9, task: 2 });
    expect(finding?.steps).toEqual([
      { line: 9, text: 'Task-2 waits for lock #2' },
      { line: 7, text: 'Task-3 took it' },
      { line: 9, text: 'Task-3 waits for lock #1' },
      { line: 7, text: 'Task-2 took it' },
    ]);
    expect(finding?.text).toBe(
      'They wait in a circle: Task-2 waits for Lock.scoped_lock of lock #2, which Task-3 holds (line 9), ' +
        'Task-3 waits for Lock.scoped_lock of lock #1, which Task-2 holds (line 9).',
    );
  });
});

it('a line that the runtime writes may come in pieces', () => {
  const analysis = new Analysis('real');
  const text = "main.cpp:6: RuntimeWarning: coroutine 'greet' was never awaited\n";
  for (const piece of [text.slice(0, 20), text.slice(20, 50), text.slice(50)])
    analysis.addOutput([{ stream: 'stderr', text: piece, time: 0 }]);
  expect(analysis.findings.map(({ kind, line }) => [kind, line])).toEqual([['neverAwaited', 6]]);
});

it('the same at the same line is told once', () => {
  const one: Finding = { kind: 'blocked', line: 7, task: 1, text: 'a', advice: 'b' };
  expect(grouped([one, { ...one, task: 2 }, { ...one, line: 8 }])).toEqual([
    { finding: one, more: 1 },
    { finding: { ...one, line: 8 }, more: 0 },
  ]);
});

it('a forged trace breaks nothing', () => {
  const number = fc.nat({ max: 5 });
  const event = fc.oneof(
    fc
      .record({ task: number, parent: number, line: number })
      .map(({ task, parent, line }) => created(task, parent, line)),
    fc.tuple(fc.constantFrom('stepBegin' as const, 'stepEnd' as const), number, number).map((all) => step(...all)),
    fc.tuple(number, number, number, fc.string(), number).map((all) => suspended(...all)),
    fc.tuple(number, number, number).map((all) => woken(...all)),
    fc.tuple(number, number).map((all) => done(...all)),
    fc
      .record({ task: number, by: number })
      .map((all): TraceEvent => ({ kind: 'cancelRequested', time: 0, message: '', ...all })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      for (const { line, text } of find(events)) expect(line >= 0 && text !== '').toBe(true);
    }),
    bounded,
  );
});

describe('while the program runs', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('nothing is shown in the first 300 ms, and then not more often than each half second', () => {
    const live = new LiveFindings();
    live.clear('real');
    live.addEvents(computing(150));
    vi.advanceTimersByTime(299);
    expect(live.list).toHaveLength(0);
    vi.advanceTimersByTime(1);
    expect(live.list).toHaveLength(1);
    live.addOutput([
      { stream: 'stderr', text: "main.cpp:6: RuntimeWarning: coroutine 'f' was never awaited\n", time: 1 },
    ]);
    vi.advanceTimersByTime(499);
    expect(live.list).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(live.list).toHaveLength(2);
  });

  it('its end shows all at once, and the next run begins with nothing', () => {
    const live = new LiveFindings();
    live.clear('real');
    live.addEvents(computing(150));
    live.end();
    expect(live.list).toHaveLength(1);
    live.clear('real');
    vi.advanceTimersByTime(1_000);
    expect(live.list).toHaveLength(0);
  });
});
