import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../wasm/api/types.ts';
import { HistoryBuilder } from '../../src/page/rewind/history-builder.ts';
import type { History } from '../../src/page/rewind/history.ts';
import { momentAt, taskAt } from '../../src/page/rewind/moment.ts';
import {
  begin,
  created,
  done,
  end,
  historyOf,
  lines,
  recorded,
  recordings,
  stretchesOf,
  suspended,
  woken,
} from './events.ts';

const timesOf = ({ table, length }: History): number[] => [...table.times.subarray(0, length)];
const stateAt = (history: History, task: number, position: number): string => {
  const known = history.tasks.get(task);
  return known === undefined ? 'unknown' : taskAt(known, position).state;
};

describe('a task at an instant', () => {
  const history = historyOf([
    created(1, 0),
    begin(1, 1),
    suspended(1, 2, 8, 'Event.wait'),
    end(1, 2),
    woken(1, 9),
    begin(1, 10),
    done(1, 11, 'failed'),
    end(1, 12),
  ]);

  it('is in the state that the events up to then left it in', () => {
    expect(Array.from({ length: 9 }, (_, position) => stateAt(history, 1, position))).toEqual([
      'none',
      'ready',
      'running',
      'running',
      'suspended',
      'ready',
      'running',
      'failed',
      'failed',
    ]);
  });

  it('says what it waits for, and since when, while it does', () => {
    const [task] = history.order;
    expect(task && taskAt(task, 4)).toMatchObject({ from: 4, wait: { what: 'Event.wait', line: 8 } });
    expect(task && taskAt(task, 5).wait).toBeUndefined();
  });

  it('is told apart within one tick of the clock', () => {
    const tick = historyOf([created(1, 5), begin(1, 5), suspended(1, 5), end(1, 5), woken(1, 5)]);
    expect([1, 2, 4, 5].map((position) => stateAt(tick, 1, position))).toEqual([
      'ready',
      'running',
      'suspended',
      'ready',
    ]);
  });
});

describe('the run at an instant', () => {
  const history = historyOf([
    created(1, 0),
    begin(1, 1),
    created(2, 1, 1, 20),
    created(3, 1, 1, 21),
    suspended(1, 2, 22, 'gather'),
    end(1, 2),
    begin(2, 3),
    suspended(2, 3, 8, 'sleep(0)'),
    end(2, 3),
    begin(3, 4),
    suspended(3, 4, 8),
    end(3, 4),
    woken(1, 5, 3),
  ]);

  it('has the ready queue in its order', () => {
    expect(momentAt(history, 4)).toMatchObject({ running: [1], ready: [2, 3] });
    expect(momentAt(history, 9)).toMatchObject({ running: [], ready: [3, 2], waiting: 1 });
    expect(momentAt(history, 13)).toMatchObject({ ready: [2, 1], waiting: 1, ended: 0 });
  });

  it('has the lines where tasks stand, with who stands there', () => {
    const stands = momentAt(history, 12).stands.map(({ line, tasks }) => [line, tasks.map(({ name }) => name)]);
    expect(stands).toEqual([
      [8, ['work(2)', 'work(3)']],
      [22, ['work(1)']],
    ]);
  });

  it('has a running task at the line where it created another', () => {
    expect(momentAt(history, 4).stands).toEqual([
      { line: 21, count: 1, runs: true, tasks: [{ task: 1, name: 'work(1)', state: 'running' }] },
    ]);
  });

  it('leaves lines of the library out', () => {
    const inside = historyOf([
      created(1, 0),
      begin(1, 1),
      { ...(lines[8] as Extract<TraceEvent, { kind: 'frame' }>), file: 'asyncio/gather.hpp' },
      suspended(1, 2),
    ]);
    expect(momentAt(inside, 3).stands).toEqual([]);
  });

  it('does not put an eager task into the queue', () => {
    const eager = historyOf([created(1, 0), begin(1, 1), created(2, 1, 1, 5, true), begin(2, 1)]);
    expect(momentAt(eager, 3)).toMatchObject({ running: [1], ready: [] });
    expect(momentAt(eager, 4)).toMatchObject({ running: [1, 2], ready: [] });
  });
});

describe.each(recordings)('replaying what a real program told: %s', (name) => {
  const events = recorded(name);
  const history = historyOf(events);

  it('the task that takes its turn was the next in the queue', () => {
    let steps = 0;
    // A frame, a lock that is taken and a timer are no positions.
    const told = events.filter(({ kind }) => kind !== 'frame' && kind !== 'used' && kind !== 'timer');
    for (const [position, event] of told.entries()) {
      if (event.kind !== 'stepBegin') continue;
      const { ready } = momentAt(history, position);
      const task = history.tasks.get(event.task);
      if (task?.eager === true && task.created === position) continue;
      expect(ready[0], `event ${position}`).toBe(event.task);
      steps += 1;
    }
    expect(steps).toBeGreaterThan(3);
  });

  it('agrees with the lanes, wherever the time tells the order', () => {
    for (const task of history.order)
      for (const { start, end: to = start, state } of stretchesOf(task)) {
        const middle = (start + to) / 2;
        const position = timesOf(history).filter((time) => time <= middle).length;
        if (middle > start && middle < to) expect(stateAt(history, task.task, position)).toBe(state);
      }
  });

  it('goes through no state that there is not', () => {
    for (const task of history.order) {
      const states = task.turns.map((from) => task.turnFrom(from).state).join(' ');
      expect(states).toMatch(/^ready( running( suspended)?( ready)?)*( ended)?$/);
    }
  });
});

it('is the same in pieces as at once', () => {
  const events = recorded('cancelled');
  const builder = new HistoryBuilder();
  for (const event of [...lines, ...events]) builder.add([event]);
  expect(builder.history).toEqual(historyOf(events));
});

it('a forged trace throws nothing, and counts every task once', () => {
  const id = fc.nat(4);
  const time = fc.double({ min: -10, max: 10, noNaN: true });
  const event: fc.Arbitrary<TraceEvent> = fc.oneof(
    fc.tuple(id, time, id).map(([task, at, parent]) => created(task, at, parent)),
    fc.tuple(id, time).map(([task, at]) => begin(task, at)),
    fc.tuple(id, time).map(([task, at]) => end(task, at)),
    fc.tuple(id, time, id).map(([task, at, by]) => woken(task, at, by)),
    fc.tuple(id, time).map(([task, at]) => suspended(task, at)),
    fc.tuple(id, time).map(([task, at]) => done(task, at)),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), fc.nat(45), (events, position) => {
      const history = historyOf(events);
      const { running, ready, waiting, ended } = momentAt(history, position);
      const known = history.order.filter((task) => task.created <= position);
      const starting = known.filter((task) => task.eager && stateAt(history, task.task, position) === 'ready');
      expect(running.length + ready.length + waiting + ended + starting.length).toBe(known.length);
      expect(timesOf(history)).toEqual(timesOf(history).sort((a, b) => a - b));
    }),
  );
});
