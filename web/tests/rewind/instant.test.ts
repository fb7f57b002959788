import { describe, expect, it } from 'vitest';
import { instantAt, instantOfTime, nextReached, step } from '../../src/page/rewind/instant.ts';
import { play } from '../../src/page/rewind/playback.ts';
import { begin, created, end, historyOf, iteration, suspended, woken } from './events.ts';

const history = historyOf([
  created(1, 0), // 1
  iteration(1, 1), // 2
  begin(1, 1), // 3
  created(2, 1, 1, 20), // 4
  suspended(1, 2, 22), // 5
  end(1, 2), // 6
  iteration(2, 2), // 7
  begin(2, 10), // 8
  suspended(2, 10, 8), // 9
  end(2, 10), // 10
  woken(1, 30), // 11
  iteration(3, 30), // 12
  begin(1, 30), // 13
  suspended(1, 31, 22), // 14
]);
const at = (position: number): ReturnType<typeof instantAt> => instantAt(history, position);

describe('an instant', () => {
  it('is after so many events, and stays within the run', () => {
    expect(at(0)).toEqual({ position: 0, time: 0 });
    expect(at(8)).toEqual({ position: 8, time: 10 });
    expect([at(-5).position, at(99).position]).toEqual([0, 14]);
  });

  it('of a time is after all that had happened by then', () => {
    expect(instantOfTime(history, 1)).toEqual({ position: 4, time: 1 });
    expect(instantOfTime(history, 15)).toEqual({ position: 10, time: 15 });
    expect(instantOfTime(history, -3)).toEqual({ position: 0, time: 0 });
  });
});

describe('a step', () => {
  const steps = (by: 'event' | 'iteration' | 'task', from: number, direction: 1 | -1, task?: number): number[] => {
    const seen: number[] = [];
    for (let next = step(history, at(from), by, direction, task); next; next = step(history, next, by, direction, task))
      seen.push(next.position);
    return seen;
  };

  it('goes event by event, and ends at both ends', () => {
    expect(steps('event', 11, 1)).toEqual([12, 13, 14]);
    expect(steps('event', 2, -1)).toEqual([1, 0]);
  });

  it('goes by iterations of the loop, forward and back', () => {
    expect(steps('iteration', 0, 1)).toEqual([2, 7, 12]);
    expect(steps('iteration', 9, -1)).toEqual([7, 2, 0]);
  });

  it('goes by what was told of the selected task', () => {
    expect(steps('task', 0, 1, 2)).toEqual([4, 8, 9, 10]);
    expect(steps('task', 9, -1, 2)).toEqual([8, 4, 0]);
  });

  it('goes by events while no task is selected', () => {
    expect(step(history, at(3), 'task', 1, undefined)?.position).toBe(4);
  });

  it('back undoes what forward did', () => {
    for (let position = 0; position < history.length; position++) {
      const there = step(history, at(position), 'event', 1, undefined);
      expect(there && step(history, there, 'event', -1, undefined)).toEqual(at(position));
    }
  });
});

describe('the next time that a line is reached', () => {
  it('is where a task comes to wait there, or creates another there', () => {
    expect(nextReached(history, 22, 0)?.position).toBe(5);
    expect(nextReached(history, 22, 5)?.position).toBe(14);
    expect(nextReached(history, 20, 0)?.position).toBe(4);
  });

  it('is nowhere once there is none', () => {
    expect(nextReached(history, 22, 14)).toBeUndefined();
    expect(nextReached(history, 99, 0)).toBeUndefined();
  });
});

describe('playing', () => {
  it('makes so many steps a second and keeps the rest', () => {
    const played = play(history, at(0), 1_100, { steps: 4 }, 'event', undefined);
    expect(played).toEqual({ instant: at(4), restMs: 100 });
  });

  it('follows the times of the run, slower or faster', () => {
    expect(play(history, at(6), 40, { times: 0.1 }, 'event', undefined).instant).toEqual({ position: 7, time: 6 });
    expect(play(history, at(7), 1, { times: 10 }, 'event', undefined).instant).toEqual({ position: 10, time: 12 });
  });

  it('ends with the run', () => {
    expect(play(history, at(13), 1_000, { steps: 20 }, 'event', undefined).instant).toBeUndefined();
    expect(play(history, at(10), 1_000, { times: 1 }, 'event', undefined).instant).toBeUndefined();
  });
});
