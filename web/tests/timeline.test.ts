import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../wasm/api/types.ts';
import { HistoryBuilder } from '../src/page/rewind/history-builder.ts';
import type { History } from '../src/page/rewind/history.ts';
import { stateAt } from '../src/page/rewind/moment.ts';
import { mostMarks } from '../src/page/rewind/output-placer.ts';
import type { TaskHistory } from '../src/page/rewind/task-history.ts';
import { describeEnding, describeStretch } from '../src/page/timeline/describe.ts';
import { stretchCount } from '../src/page/timeline/stretches.ts';
import type { OutputChunk } from '../src/protocol/messages.ts';
import { stretchesOf } from './rewind/events.ts';

function build(events: Iterable<TraceEvent>, output: Iterable<OutputChunk> = []): History {
  const builder = new HistoryBuilder();
  builder.addOutput(output);
  builder.add(events);
  return builder.history;
}

const created = (task: number, time: number, name = `Task-${task}`): TraceEvent => ({
  kind: 'created',
  time,
  task,
  name,
  parent: 0,
  eager: false,
  coroutine: 'work',
  place: 1,
});
/** Where the tasks of these tests wait. */
const places: TraceEvent[] = [
  { kind: 'frame', time: 0, frame: 1, column: 3, caller: 0, function: 'outer', file: 'main.cpp', line: 3 },
  { kind: 'frame', time: 0, frame: 2, column: 5, caller: 1, function: 'inner', file: 'main.cpp', line: 8 },
];
const begin = (task: number, time: number): TraceEvent => ({ kind: 'stepBegin', time, task });
const end = (task: number, time: number): TraceEvent => ({ kind: 'stepEnd', time, task });
const woken = (task: number, time: number): TraceEvent => ({ kind: 'woken', time, task, by: 4 });
const suspended = (task: number, time: number, what = 'sleep', awaited = 0): TraceEvent => ({
  kind: 'suspended',
  time,
  task,
  what,
  awaited,
  place: 2,
});
const done = (task: number, time: number, outcome: 'returned' | 'failed' | 'cancelled' = 'returned'): TraceEvent => ({
  kind: 'done',
  time,
  task,
  outcome,
  type: outcome === 'failed' ? 'std::runtime_error' : '',
  message: outcome === 'failed' ? 'no' : '',
});

function only({ order }: History): TaskHistory {
  expect(order).toHaveLength(1);
  const [task] = order;
  if (task === undefined) throw new Error('no task');
  return task;
}

const shape = (task: TaskHistory): unknown[] =>
  stretchesOf(task).map(({ state, start, end: to }) => [state, start, to]);

describe('from trace events to lanes', () => {
  it('follows a task from creation to end, without gaps', () => {
    const lane = only(
      build([
        ...places,
        created(1, 0),
        begin(1, 1),
        suspended(1, 2),
        end(1, 3),
        woken(1, 9),
        begin(1, 10),
        done(1, 11),
        end(1, 12),
      ]),
    );
    expect(shape(lane)).toEqual([
      ['ready', 0, 1],
      ['running', 1, 3],
      ['suspended', 3, 9],
      ['ready', 9, 10],
      ['running', 10, 11],
    ]);
    expect(stretchesOf(lane)[2]).toMatchObject({
      what: 'sleep',
      place: { function: 'inner', file: 'main.cpp', line: 8, caller: { function: 'outer', line: 3 } },
    });
    expect(lane.ending).toEqual({ from: 7, time: 11, outcome: 'returned', type: '', message: '' });
  });

  it('takes a task that was woken during its step for ready', () => {
    const lane = only(build([created(1, 0), begin(1, 1), suspended(1, 2), woken(1, 2), end(1, 3), begin(1, 4)]));
    expect(shape(lane)).toEqual([
      ['ready', 0, 1],
      ['running', 1, 3],
      ['ready', 3, 4],
      ['running', 4, undefined],
    ]);
  });

  it('leaves the last stretch open while the task lives', () => {
    const run = build([created(1, 0), begin(1, 1), suspended(1, 2), end(1, 3)]);
    const lane = only(run);
    expect(stretchesOf(lane).at(-1)).toMatchObject({ state: 'suspended', end: undefined });
    expect(stateAt(lane, run.length)).toBe('suspended');
  });

  it('takes a task that yields for ready: it waits for nothing', () => {
    const lane = only(build([created(1, 0), begin(1, 1), suspended(1, 2, 'sleep(0)'), end(1, 3), begin(1, 4)]));
    expect(shape(lane)).toEqual([
      ['ready', 0, 1],
      ['running', 1, 3],
      ['ready', 3, 4],
      ['running', 4, undefined],
    ]);
  });

  it('knows a task from its first event on where the events before are gone', () => {
    const lane = only(build([{ kind: 'dropped', time: 0, count: 9 }, begin(7, 1), suspended(7, 2), end(7, 3)]));
    expect([lane.name, lane.events]).toEqual(['task 7', [1, 2, 3]]);
    expect(shape(lane)).toEqual([
      ['running', 1, 3],
      ['suspended', 3, undefined],
    ]);
  });

  it('adds up how long the steps took, without those within them', () => {
    const { order } = build([created(1, 0), begin(1, 1), created(2, 2), begin(2, 2), end(2, 5), end(1, 6)]);
    expect(order.map(({ busyMs }) => busyMs)).toEqual([2, 3]);
  });

  it('notes cancellation, failure and new names', () => {
    const timeline = build([
      created(1, 0),
      created(2, 0),
      { kind: 'cancelRequested', time: 4, task: 1, by: 2, message: 'enough' },
      { kind: 'renamed', time: 5, task: 1, name: 'worker' },
      done(1, 6, 'cancelled'),
      done(2, 7, 'failed'),
    ]);
    const [first, second] = timeline.order;
    expect(first?.cancelsUpTo(9)).toEqual([{ from: 3, by: 2, message: 'enough' }]);
    expect(first?.name).toBe('worker');
    expect(timeline.order.map((task) => stateAt(task, timeline.length))).toEqual(['cancelled', 'failed']);
    expect(second && describeEnding(second)).toBe('failed with std::runtime_error: no at 7.0 ms');
  });

  it('puts output on the lane of the step that wrote it', () => {
    const timeline = build(
      [created(1, 0), created(2, 0), begin(1, 1), end(1, 3), begin(2, 4), end(2, 6)],
      [
        { stream: 'stdout', text: 'before any step', time: 0.5 },
        { stream: 'stdout', text: 'a', time: 2 },
        { stream: 'stderr', text: 'b', time: 5 },
      ],
    );
    expect(timeline.order.map(({ output }) => output.map(({ text }) => text))).toEqual([['a'], ['b']]);
  });

  it('leaves no mark out in silence', () => {
    const output = Array.from({ length: mostMarks + 5 }, () => ({ stream: 'stdout' as const, text: 'x', time: 2 }));
    const lane = only(build([created(1, 0), begin(1, 1), end(1, 3)], output));
    expect([lane.output.length, lane.outputLeftOut]).toEqual([mostMarks, 5]);
  });

  it('keeps what was written round an eager step for the step that it lies in', () => {
    const chunk = (text: string, time: number): OutputChunk => ({ stream: 'stdout', text, time });
    const { order } = build(
      [created(1, 0), begin(1, 1), created(2, 3), begin(2, 3), end(2, 5), end(1, 7)],
      [chunk('before', 2), chunk('within', 4), chunk('after', 6)],
    );
    expect(order.map((task) => task.output.map(({ text }) => text))).toEqual([['before', 'after'], ['within']]);
  });

  it('is the same in steps as at once', () => {
    const events = [
      created(1, 0),
      begin(1, 1),
      suspended(1, 2),
      end(1, 3),
      woken(1, 9),
      begin(1, 10),
      done(1, 11),
      end(1, 12),
    ];
    const builder = new HistoryBuilder();
    for (const event of events) builder.add([event]);
    expect(builder.history).toEqual(build(events));
  });

  it('ignores events of tasks that it was not told of', () => {
    expect(build([begin(9, 0), end(9, 1), woken(9, 2), done(9, 3)]).order).toEqual([]);
  });

  it('takes a million events of ten thousand tasks', { timeout: 60_000 }, () => {
    const events: TraceEvent[] = Array.from({ length: 10_000 }, (_, task) => created(task + 1, 0));
    for (let i = 0; events.length < 1_000_000; i++) {
      const task = 1 + (i % 10_000);
      events.push(begin(task, i), suspended(task, i), end(task, i + 0.5), woken(task, i + 0.6));
    }
    const { order } = build(events);
    expect(order).toHaveLength(10_000);
    expect(order.reduce((sum, task) => sum + stretchCount(task), 0)).toBe(10_000 + (3 * (events.length - 10_000)) / 4);
  });
});

describe('words for a stretch', () => {
  const lane = only(
    build([...places, created(1, 0), begin(1, 1), suspended(1, 2, 'gather', 7), end(1, 3), woken(1, 1_503)]),
  );
  const say = (index: number): string => {
    const stretch = stretchesOf(lane)[index];
    return stretch === undefined ? '' : describeStretch(stretch, 2_000, (task) => `Task-${task}`);
  };

  it('tell what it waited for, how long and where', () => {
    expect(say(2)).toBe('waiting for gather (Task-7), 1.50 s, line 8');
    expect(say(1)).toBe('running, 2.0 ms');
    expect(say(3)).toBe('ready to run, 497 ms');
  });
});
