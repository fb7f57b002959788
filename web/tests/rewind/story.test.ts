import { describe, expect, it } from 'vitest';
import { storyAt } from '../../src/page/rewind/story.ts';
import { begin, cancelRequested, created, done, end, historyOf, recorded, suspended, woken } from './events.ts';

/** Task 1 makes 2 and 3; 1 waits for 2, which waits for 3, which sleeps; 1 cancels 3 in the end. */
const history = historyOf([
  created(1, 0), // 1
  begin(1, 1), // 2
  created(2, 1, 1, 20), // 3
  created(3, 1, 1, 21), // 4
  suspended(1, 2, 22, 'Task-2', 2), // 5
  end(1, 2), // 6
  begin(2, 3), // 7
  suspended(2, 3, 30, 'Task-3', 3), // 8
  end(2, 3), // 9
  begin(3, 4), // 10
  suspended(3, 4, 40), // 11
  end(3, 4), // 12
  woken(1, 5), // 13
  begin(1, 5), // 14
  cancelRequested(3, 5, 1, 'enough'), // 15
  woken(3, 5, 1), // 16
  suspended(1, 5, 23, 'Task-2', 2), // 17
  end(1, 5), // 18
  begin(3, 6), // 19
  done(3, 6, 'cancelled'), // 20
  woken(2, 6, 3), // 21
  end(3, 6), // 22
  begin(2, 7), // 23
  done(2, 7, 'failed'), // 24
]);

describe('what is told of a task at an instant', () => {
  it('its wait, and who waits for whom', () => {
    const story = storyAt(history, 1, 12);
    expect(story).toMatchObject({ state: 'suspended', from: 6, wait: { what: 'Task-2', line: 22 }, circle: false });
    expect(story?.chain.map(({ name, state }) => [name, state])).toEqual([
      ['work(1)', 'suspended'],
      ['work(2)', 'suspended'],
      ['work(3)', 'suspended'],
    ]);
    expect(story?.chain.at(-1)?.wait?.what).toBe('sleep');
  });

  it('who created it, and at which line', () => {
    expect(storyAt(history, 3, 12)?.created).toEqual({ from: 4, by: 1, file: 'main.cpp', line: 21 });
  });

  it('the coroutines that it stands in, until it has ended', () => {
    const nested = historyOf([
      { kind: 'frame', time: 0, frame: 200, column: 3, caller: 0, function: 'outer', file: 'main.cpp', line: 3 },
      { kind: 'frame', time: 0, frame: 201, column: 5, caller: 200, function: 'inner', file: 'main.cpp', line: 8 },
      created(1, 0),
      begin(1, 1),
      suspended(1, 2, 201),
      end(1, 2),
      woken(1, 3),
      begin(1, 3),
      done(1, 4),
    ]);
    expect(storyAt(nested, 1, 1)?.stack).toEqual([]);
    expect(storyAt(nested, 1, 5)?.stack.map(({ function: name, line }) => [name, line])).toEqual([
      ['inner', 8],
      ['outer', 3],
    ]);
    expect(storyAt(nested, 1, nested.length)?.stack).toEqual([]);
  });

  it('who woke it last', () => {
    expect(storyAt(history, 2, 20)?.woken).toBeUndefined();
    expect(storyAt(history, 2, 21)?.woken).toEqual({ from: 21, by: 3 });
  });

  it('who asked it to end, with which message, once that has happened', () => {
    expect(storyAt(history, 3, 14)?.cancels).toEqual([]);
    expect(storyAt(history, 3, 15)?.cancels).toEqual([{ from: 15, by: 1, message: 'enough' }]);
  });

  it('how it ended, once it has', () => {
    expect(storyAt(history, 2, 23)?.ending).toBeUndefined();
    expect(storyAt(history, 2, 24)).toMatchObject({
      state: 'failed',
      ending: { outcome: 'failed', type: 'std::runtime_error', message: 'no' },
    });
  });

  it('nothing of a task that there is not', () => {
    expect(storyAt(history, 99, 5)).toBeUndefined();
  });

  it('a circle, once round', () => {
    const round = historyOf([
      created(1, 0),
      created(2, 0),
      begin(1, 1),
      suspended(1, 1, 5, 'Task-2', 2),
      end(1, 1),
      begin(2, 2),
      suspended(2, 2, 6, 'Task-1', 1),
      end(2, 2),
    ]);
    const story = storyAt(round, 2, 8);
    expect(story?.chain.map(({ name }) => name)).toEqual(['work(2)', 'work(1)']);
    expect(story?.circle).toBe(true);
  });

  it('that the setter of an event woke the one that waited for it, in a real run', () => {
    const real = historyOf(recorded('woken'));
    const waiter = real.order.find(({ name }) => name === 'waiter');
    const woke = waiter && storyAt(real, waiter.task, real.length)?.woken;
    expect(woke && real.tasks.get(woke.by)?.name).toBe('Task-1');
  });
});
