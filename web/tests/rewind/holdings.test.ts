/** Who holds which lock at an instant, and who waits for it. */
import { describe, expect, it } from 'vitest';
import { resourceTypes } from '../../../wasm/api/trace-records.ts';
import type { TraceEvent } from '../../../wasm/api/types.ts';
import { storyAt } from '../../src/page/rewind/story.ts';
import { begin, created, end, historyOf, suspended, woken } from './events.ts';

type Use = Extract<TraceEvent, { kind: 'used' }>;

const used = (
  task: number,
  act: Use['act'],
  resource: number,
  type: (typeof resourceTypes)[number] = 'lock',
  place = 0,
  level = 0,
): Use => ({ kind: 'used', time: 0, task, act, type: resourceTypes.indexOf(type), resource, level, place });

/** Task 1 makes a lock at line 5, takes it at line 8 and sleeps; task 2 wants it at line 8; task 1 gives it back. */
const contended: TraceEvent[] = [
  created(1, 0),
  created(2, 0),
  begin(1, 0),
  used(1, 'made', 700, 'lock', 5),
  used(1, 'acquired', 700, 'lock', 8),
  suspended(1, 0, 9),
  end(1, 0), // position 5
  begin(2, 0),
  used(2, 'awaited', 700, 'lock', 8),
  suspended(2, 0, 8, 'Lock.acquire'),
  end(2, 0), // 8
  woken(1, 5),
  begin(1, 5),
  used(1, 'released', 700),
  woken(2, 5, 1), // 11
];

describe('a lock at an instant', () => {
  it('is held by who has taken it, from there on', () => {
    const history = historyOf(contended);
    expect(storyAt(history, 1, 2)?.holds).toEqual([]);
    expect(storyAt(history, 1, 5)?.holds).toMatchObject([{ label: 'lock #1', line: 5, from: 3 }]);
    expect(storyAt(history, 1, 11)?.holds).toEqual([]);
  });

  it('is what a task waits for, with its holder and the line that took it', () => {
    const story = storyAt(historyOf(contended), 2, 8);
    expect(story?.resource).toMatchObject({ label: 'lock #1', line: 5, holders: [{ task: 1, line: 8, from: 3 }] });
    expect(story?.chain.map(({ task }) => task)).toEqual([2, 1]);
  });

  it('is nothing to a task that waits for something else', () => {
    expect(storyAt(historyOf(contended), 1, 8)?.resource).toBeUndefined();
  });

  it('closes a circle of those who wait for what the other holds', () => {
    const circle: TraceEvent[] = [
      created(1, 0),
      created(2, 0),
      begin(1, 0),
      used(1, 'acquired', 700),
      suspended(1, 0, 3, 'sleep(0)'),
      end(1, 0),
      begin(2, 0),
      used(2, 'acquired', 701),
      used(2, 'awaited', 700),
      suspended(2, 0, 4, 'Lock.acquire'),
      end(2, 0),
      begin(1, 0),
      used(1, 'awaited', 701),
      suspended(1, 0, 5, 'Lock.acquire'),
      end(1, 0),
    ];
    const history = historyOf(circle);
    expect(storyAt(history, 1, history.length)).toMatchObject({ circle: true });
  });
});

describe('a number that stands for one after the other', () => {
  it('is another lock after the first was destroyed', () => {
    const history = historyOf([
      created(1, 0),
      begin(1, 0),
      used(1, 'made', 700, 'lock', 5),
      used(1, 'acquired', 700),
      used(1, 'destroyed', 700),
      used(1, 'made', 700, 'semaphore', 6),
      used(1, 'acquired', 700, 'semaphore'),
      suspended(1, 0, 9),
      end(1, 0),
    ]);
    expect(storyAt(history, 1, history.length)?.holds.map(({ label }) => label)).toEqual(['lock #1', 'semaphore #1']);
  });

  it('is the whole where it is a part: what is done to that is not done to the whole', () => {
    const history = historyOf([
      created(1, 0),
      begin(1, 0),
      used(1, 'made', 700, 'barrier', 5),
      used(1, 'made', 701, 'lock', 5),
      used(1, 'joined', 701, 'lock', 0, 700),
      used(1, 'acquired', 701),
      used(1, 'awaited', 701),
      suspended(1, 0, 9, 'Condition.wait'),
      end(1, 0),
    ]);
    const story = storyAt(history, 1, history.length);
    expect(story?.holds).toEqual([]);
    expect(story?.resource?.label).toBe('barrier #1');
  });
});
