/** What is round the lanes: filter, arrows, gestures, the overview; and which output is a task's. */
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../wasm/api/types.ts';
import type { OutputLine } from '../src/page/output/log.ts';
import { linesOfTask } from '../src/page/output/own.ts';
import { arrowsOf } from '../src/page/timeline/arrows.ts';
import { densityOf } from '../src/page/timeline/density.ts';
import { filterTasks, type Asked } from '../src/page/timeline/filter.ts';
import { Gestures } from '../src/page/timeline/gestures.ts';
import { around, edge, scaleOf, wholeRun } from '../src/page/timeline/view.ts';
import { begin, created, done, end, historyOf, suspended, woken } from './rewind/events.ts';

const events = [
  created(1, 0),
  created(2, 0),
  created(3, 0),
  begin(1, 1),
  suspended(1, 2),
  end(1, 2),
  begin(2, 3),
  woken(1, 4, 2),
  done(2, 5, 'failed'),
  end(2, 5),
  begin(1, 6),
  woken(3, 7, 1),
  done(1, 8, 'cancelled'),
  end(1, 8),
];
const history = historyOf(events);
const { order } = history;

const asked: Asked = {
  stateOf: ({ task }) => (task === 3 ? 'suspended' : 'ready'),
  nameOf: ({ name }) => name,
};

describe('the lanes that are shown', () => {
  const names = (text: string, kind: 'all' | 'failed' | 'cancelled' | 'waiting'): string[] =>
    filterTasks(order, { text, kind, library: false }, asked).map(({ name }) => name);

  it('are all, and the same list, without a filter', () => {
    expect(filterTasks(order, { text: ' ', kind: 'all', library: true }, asked)).toBe(order);
  });

  it('are without those that the library makes for itself, until they are asked for', () => {
    const own = historyOf([
      created(1, 0),
      { ...(created(2, 0) as Extract<TraceEvent, { kind: 'created' }>), place: 0, coroutine: 'asyncio::detail::close' },
    ]);
    const shown = (library: boolean): number =>
      filterTasks(own.order, { text: '', kind: 'all', library }, asked).length;
    expect([shown(false), shown(true)]).toEqual([1, 2]);
  });

  it('are found by a part of the name, and by what became of them', () => {
    expect(names('TASK-2', 'all')).toEqual(['Task-2']);
    expect(names('', 'failed')).toEqual(['Task-2']);
    expect(names('', 'cancelled')).toEqual(['Task-1']);
    expect(names('', 'waiting')).toEqual(['Task-3']);
    expect(names('2', 'waiting')).toEqual([]);
  });
});

describe('arrows of wake-ups', () => {
  const scale = scaleOf(wholeRun, 8, 800 + 2 * edge);
  const at = (time: number): number => edge + 100 * time;
  const rowOf = (task: number): number => task - 1;

  it('lead to the task and from it', () => {
    expect(arrowsOf(history, 1, rowOf, scale)).toEqual([
      { x: at(4), from: 1, to: 0, wakes: 'it' },
      { x: at(7), from: 0, to: 2, wakes: 'another' },
    ]);
  });

  it('are left out where a lane is not shown', () => {
    expect(arrowsOf(history, 1, (task) => (task < 3 ? rowOf(task) : undefined), scale)).toHaveLength(1);
    expect(arrowsOf(history, 99, rowOf, scale)).toEqual([]);
  });

  it('are no more than can be seen', () => {
    const woke = Array.from({ length: 30_000 }, (_, i) => woken(1, i / 10_000, 2));
    const many = historyOf([created(1, 0), created(2, 0), ...woke]);
    const arrows = arrowsOf(many, 1, rowOf, scale);
    expect(arrows.length).toBeGreaterThan(250);
    expect(arrows.length).toBeLessThan(350);
  });
});

describe('pointers on the tracks', () => {
  function stage(): { gestures: Gestures; said: unknown[][] } {
    const said: unknown[][] = [];
    const gestures = new Gestures({
      tap: ({ x, y }) => said.push(['tap', x, y]),
      pan: (dx, dy) => said.push(['pan', dx, dy]),
      zoom: (factor, x) => said.push(['zoom', factor, x]),
      instant: (x) => said.push(['instant', x]),
      measure: (from, to) => said.push(['measure', from, to]),
    });
    return { gestures, said };
  }

  it('tap, as long as they stay near', () => {
    const { gestures, said } = stage();
    gestures.down({ id: 1, x: 50, y: 40 }, false);
    gestures.move({ id: 1, x: 52, y: 41 });
    gestures.up({ id: 1, x: 52, y: 41 });
    expect(said).toEqual([['tap', 52, 41]]);
  });

  it('drag the view, and do not tap then', () => {
    const { gestures, said } = stage();
    gestures.down({ id: 1, x: 50, y: 40 }, false);
    gestures.move({ id: 1, x: 30, y: 40 });
    gestures.move({ id: 1, x: 25, y: 43 });
    gestures.up({ id: 1, x: 25, y: 43 });
    expect(said).toEqual([
      ['pan', 20, 0],
      ['pan', 5, -3],
    ]);
  });

  it('measure from where they were pressed, and do not move the view', () => {
    const { gestures, said } = stage();
    gestures.down({ id: 1, x: 50, y: 40 }, false, true);
    gestures.move({ id: 1, x: 52, y: 40 });
    gestures.move({ id: 1, x: 80, y: 43 });
    gestures.up({ id: 1, x: 80, y: 43 });
    expect(said).toEqual([['measure', 50, 80]]);
  });

  it('drag the instant along the axis', () => {
    const { gestures, said } = stage();
    gestures.down({ id: 1, x: 50, y: 4 }, true);
    gestures.move({ id: 1, x: 80, y: 90 });
    gestures.up({ id: 1, x: 80, y: 90 });
    expect(said).toEqual([
      ['instant', 50],
      ['instant', 80],
    ]);
  });

  it('pinch, and leave neither a tap nor a drag behind', () => {
    const { gestures, said } = stage();
    gestures.down({ id: 1, x: 100, y: 40 }, false);
    gestures.down({ id: 2, x: 200, y: 40 }, false);
    gestures.move({ id: 2, x: 300, y: 40 });
    gestures.up({ id: 2, x: 300, y: 40 });
    gestures.move({ id: 1, x: 0, y: 40 });
    gestures.up({ id: 1, x: 0, y: 40 });
    expect(said).toEqual([['zoom', 0.5, 200]]);
  });

  it('do nothing more once the browser scrolls', () => {
    const { gestures, said } = stage();
    gestures.down({ id: 1, x: 50, y: 40 }, false);
    gestures.cancel(1);
    gestures.up({ id: 1, x: 50, y: 40 });
    expect(said).toEqual([]);
  });
});

describe('the overview', () => {
  it('says how much happened when', () => {
    expect(densityOf([0, 1, 1, 1, 9], 5, 10, 5)).toEqual([1, 0, 0, 0, 0.5]);
    expect(densityOf([], 0, 10, 2)).toEqual([0, 0]);
  });

  it('counts what came since with no earlier time, and no later event', () => {
    expect(densityOf([1, 2, 3], 2, 4, 2)).toEqual([1, 0]);
  });

  it('moves what is shown within the run', () => {
    expect(around(50, 20, 100)).toEqual({ start: 40, span: 20 });
    expect(around(5, 20, 100)).toEqual({ start: 0, span: 20 });
    expect(around(50, 100, 100)).toBe(wholeRun);
  });
});

it('a line is of the task on whose lane it is marked', () => {
  const run = historyOf(
    [created(1, 0), created(2, 0), begin(1, 1), end(1, 3), begin(2, 4), end(2, 6)],
    [
      { stream: 'stdout', text: 'a\n', time: 2 },
      { stream: 'stdout', text: 'b', time: 5 },
    ],
  );
  const line = (text: string, time?: number): OutputLine => ({
    id: 1,
    kind: 'stdout',
    text,
    cut: 0,
    ...(time === undefined ? {} : { time }),
  });
  const [first, second] = run.order.map((task) => linesOfTask(task));
  expect([first?.(line('a', 2)), first?.(line('b', 5)), first?.(line('a'))]).toEqual([true, false, false]);
  expect([second?.(line('a', 2)), second?.(line('b and more', 5))]).toEqual([false, true]);
});
