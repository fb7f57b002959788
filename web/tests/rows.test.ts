/** The order, the nesting and the names of lanes. */
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../wasm/api/types.ts';
import { titleOf } from '../src/page/rewind/titles.ts';
import { coarse } from '../src/page/timeline/lanes.svelte.ts';
import { asMade, rowsOf, type Arrangement } from '../src/page/timeline/rows.ts';
import { begin, created, done, end, historyOf } from './rewind/events.ts';

type Created = Extract<TraceEvent, { kind: 'created' }>;

const made = (task: number, parent: number, coroutine: string, name = `Task-${task}`): TraceEvent => ({
  ...(created(task, 0, parent) as Created),
  coroutine,
  name,
});

/** 1 makes 2 and 3, 2 makes 4; 4 is busiest, 3 ends first. */
const history = historyOf([
  made(1, 0, 'async_main'),
  made(2, 1, 'worker'),
  made(3, 1, 'worker', 'quick'),
  made(4, 2, 'child'),
  begin(4, 1),
  end(4, 9),
  begin(3, 9),
  done(3, 10),
  end(3, 10),
  begin(2, 10),
  done(2, 13),
  end(2, 13),
]);
const titles = (task: number): string => {
  const known = history.tasks.get(task);
  return known === undefined ? '' : titleOf(history, known);
};

function rows(arrangement: Partial<Arrangement>): string[] {
  const named = {
    nameOf: ({ task }: { task: number }) => titles(task),
    stateOf: ({ ending }: { ending: unknown }) => (ending === undefined ? 'waiting' : 'returned'),
  };
  return rowsOf(history.order, { ...asMade, ...arrangement }, named).map((row) =>
    row.kind === 'head' ? `${row.key}: ${row.below}` : `${'  '.repeat(row.depth)}${titles(row.key)}`,
  );
}

describe('rows', () => {
  it('stand below the task that made them', () => {
    expect(rows({})).toEqual(['async_main', '  worker(1)', '    child', '  worker(2) quick']);
  });

  it('are without those that are folded away', () => {
    expect(rows({ folded: new Set([2]) })).toEqual(['async_main', '  worker(1)', '  worker(2) quick']);
    expect(rows({ folded: new Set([1]) })).toEqual(['async_main']);
    const [main] = rowsOf(history.order, asMade, { nameOf: () => '', stateOf: () => '' });
    expect(main?.below).toBe(3);
  });

  it('are sorted among those of the same parent', () => {
    expect(rows({ sort: 'end' })).toEqual(['async_main', '  worker(2) quick', '  worker(1)', '    child']);
  });

  it('are sorted by end, by name and by busy time', () => {
    expect(rows({ group: 'none', sort: 'end' })).toEqual(['worker(2) quick', 'worker(1)', 'async_main', 'child']);
    expect(rows({ group: 'none', sort: 'name' })).toEqual(['async_main', 'child', 'worker(1)', 'worker(2) quick']);
    expect(rows({ group: 'none', sort: 'busy' })).toEqual(['child', 'worker(1)', 'worker(2) quick', 'async_main']);
  });

  it('are grouped by coroutine and by state', () => {
    expect(rows({ group: 'coroutine', folded: new Set(['worker']) })).toEqual([
      'async_main: 1',
      '  async_main',
      'worker: 2',
      'child: 1',
      '  child',
    ]);
    expect(rows({ group: 'state' }).filter((row) => row.includes(':'))).toEqual(['waiting: 2', 'returned: 2']);
  });

  it('are each shown once, whatever a forged trace claims of parents', () => {
    const forged = historyOf([made(0, 0, 'none'), made(1, 2, 'a'), made(2, 1, 'b'), made(3, 3, 'c'), made(4, 99, 'd')]);
    const named = { nameOf: () => '', stateOf: () => '' };
    expect(rowsOf(forged.order, asMade, named).map(({ key }) => key)).toEqual([1, 2, 3, 4]);
  });

  it('are nested as deeply as tasks are', () => {
    const deep = historyOf(Array.from({ length: 20_000 }, (_, i) => made(i + 1, i, 'f')));
    const last = rowsOf(deep.order, asMade, { nameOf: () => '', stateOf: () => '' }).at(-1);
    expect(last?.kind === 'lane' && last.depth).toBe(19_999);
  });
});

describe('what a task is called', () => {
  it('is its coroutine, with a number where there are several, and its own name', () => {
    expect([1, 2, 3, 4].map(titles)).toEqual(['async_main', 'worker(1)', 'worker(2) quick', 'child']);
  });

  it('is not said twice, and without what the library adds', () => {
    const run = historyOf([
      made(1, 0, 'fetch', 'fetch'),
      made(2, 0, 'asyncio::detail::shutdown_asyncgens', 'shutdown_asyncgens'),
      made(3, 0, '', 'Task-3'),
    ]);
    expect(run.order.map((task) => titleOf(run, task))).toEqual(['fetch', 'shutdown_asyncgens', 'Task-3']);
  });
});

it('while many tasks are made, new rows come by the dozen', () => {
  expect([0, 1, 1_023, 1_024, 1_030, 1_060, 10_000].map(coarse)).toEqual([0, 1, 1_023, 1_024, 1_024, 1_056, 9_984]);
});
