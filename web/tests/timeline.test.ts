import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../wasm/api/types.ts';
import { buildTimeline, TimelineBuilder } from '../src/page/timeline/build.ts';
import { describeEnding, describeSegment, laneState } from '../src/page/timeline/describe.ts';
import type { Lane, Timeline } from '../src/page/timeline/model.ts';

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

function only(timeline: Timeline): Lane {
  expect(timeline.lanes).toHaveLength(1);
  const [lane] = timeline.lanes;
  if (lane === undefined) throw new Error('no lane');
  return lane;
}

const shape = (lane: Lane): unknown[] => lane.segments.map(({ state, start, end: to }) => [state, start, to]);

describe('from trace events to lanes', () => {
  it('follows a task from creation to end, without gaps', () => {
    const lane = only(
      buildTimeline([
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
    expect(lane.segments[2]).toMatchObject({
      what: 'sleep',
      place: { function: 'inner', file: 'main.cpp', line: 8, caller: { function: 'outer', line: 3 } },
    });
    expect(lane.ending).toEqual({ time: 11, outcome: 'returned', type: '', message: '' });
  });

  it('takes a task that was woken during its step for ready', () => {
    const lane = only(
      buildTimeline([created(1, 0), begin(1, 1), suspended(1, 2), woken(1, 2), end(1, 3), begin(1, 4)]),
    );
    expect(shape(lane)).toEqual([
      ['ready', 0, 1],
      ['running', 1, 3],
      ['ready', 3, 4],
      ['running', 4, undefined],
    ]);
  });

  it('leaves the last stretch open while the task lives', () => {
    const lane = only(buildTimeline([created(1, 0), begin(1, 1), suspended(1, 2), end(1, 3)]));
    expect(lane.segments.at(-1)).toMatchObject({ state: 'suspended', end: undefined });
    expect(laneState(lane)).toBe('suspended');
  });

  it('notes cancellation, failure and new names', () => {
    const timeline = buildTimeline([
      created(1, 0),
      created(2, 0),
      { kind: 'cancelRequested', time: 4, task: 1, by: 2, message: 'enough' },
      { kind: 'renamed', time: 5, task: 1, name: 'worker' },
      done(1, 6, 'cancelled'),
      done(2, 7, 'failed'),
    ]);
    const [first, second] = timeline.lanes;
    expect(first?.marks).toEqual([{ kind: 'cancelRequested', time: 4, by: 2, message: 'enough' }]);
    expect(first?.name).toBe('worker');
    expect(timeline.lanes.map((lane) => laneState(lane))).toEqual(['cancelled', 'failed']);
    expect(second && describeEnding(second)).toBe('failed with std::runtime_error: no at 7.0 ms');
  });

  it('puts output on the lane of the step that wrote it', () => {
    const timeline = buildTimeline(
      [created(1, 0), created(2, 0), begin(1, 1), end(1, 3), begin(2, 4), end(2, 6)],
      [
        { stream: 'stdout', text: 'before any step', time: 0.5 },
        { stream: 'stdout', text: 'a', time: 2 },
        { stream: 'stderr', text: 'b', time: 5 },
      ],
    );
    expect(timeline.lanes.map((lane) => lane.marks.map((mark) => mark.kind === 'output' && mark.text))).toEqual([
      ['a'],
      ['b'],
    ]);
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
    const builder = new TimelineBuilder();
    for (const event of events) builder.addEvents([event]);
    expect(builder.timeline.lanes).toEqual(buildTimeline(events).lanes);
    expect(builder.timeline.end).toBe(12);
  });

  it('ignores events of tasks that it was not told of', () => {
    expect(buildTimeline([begin(9, 0), end(9, 1), woken(9, 2), done(9, 3)]).lanes).toEqual([]);
  });

  it('takes a million events of ten thousand tasks', { timeout: 60_000 }, () => {
    const events: TraceEvent[] = Array.from({ length: 10_000 }, (_, task) => created(task, 0));
    for (let i = 0; events.length < 1_000_000; i++) {
      const task = i % 10_000;
      events.push(begin(task, i), suspended(task, i), end(task, i + 0.5), woken(task, i + 0.6));
    }
    const { lanes } = buildTimeline(events);
    expect(lanes).toHaveLength(10_000);
    expect(lanes.reduce((sum, lane) => sum + lane.segments.length, 0)).toBe(
      10_000 + (3 * (events.length - 10_000)) / 4,
    );
  });
});

describe('words for a stretch', () => {
  const lane = only(
    buildTimeline([...places, created(1, 0), begin(1, 1), suspended(1, 2, 'gather', 7), end(1, 3), woken(1, 1_503)]),
  );
  const say = (index: number): string => {
    const segment = lane.segments[index];
    return segment === undefined ? '' : describeSegment(segment, 2_000, (task) => `Task-${task}`);
  };

  it('tell what it waited for, how long and where', () => {
    expect(say(2)).toBe('waiting for gather (Task-7), 1.50 s, line 8');
    expect(say(1)).toBe('running, 2.0 ms');
    expect(say(3)).toBe('ready to run, 497 ms');
  });
});
