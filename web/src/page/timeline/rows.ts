/** The rows of the timeline, from top to bottom: lanes, one below the one that made it, or in groups; in some order. */
import type { TaskHistory } from '../rewind/task-history.ts';

/** `parent`: below the task that made it; `coroutine`, `state`: under a heading of what they have in common. */
export type Grouping = 'parent' | 'none' | 'coroutine' | 'state';
export type Sorting = 'created' | 'name' | 'end' | 'busy';

export interface Arrangement {
  group: Grouping;
  sort: Sorting;
  /** Tasks whose children, and headings whose lanes are folded away: by their keys. */
  folded: ReadonlySet<RowKey>;
}

export const asMade: Arrangement = { group: 'parent', sort: 'created', folded: new Set() };

/** Folds away what is below a row, or shows it again. */
export function toggled(folded: ReadonlySet<RowKey>, key: RowKey): ReadonlySet<RowKey> {
  const next = new Set(folded);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** A task's id, or the words of a heading. */
export type RowKey = number | string;

export interface LaneRow {
  kind: 'lane';
  key: number;
  task: TaskHistory;
  /** How many shown tasks it is below. */
  depth: number;
  /** How many lanes it would fold away; 0: none is below it. */
  below: number;
  folded: boolean;
}

export interface HeadRow {
  kind: 'head';
  key: string;
  below: number;
  folded: boolean;
}

export type Row = LaneRow | HeadRow;

export interface Named {
  nameOf: (task: TaskHistory) => string;
  /** In words. */
  stateOf: (task: TaskHistory) => string;
}

/** @param tasks those that are shown, in order of creation */
export function rowsOf(tasks: readonly TaskHistory[], arrangement: Arrangement, named: Named): Row[] {
  const ordered = inOrder(tasks, arrangement.sort, named);
  switch (arrangement.group) {
    case 'none':
      return ordered.map((task) => lane(task, 0));
    case 'parent':
      return asTree(tasks, ordered, arrangement.folded);
    case 'coroutine':
      return inGroups(ordered, (task) => task.coroutine || 'unknown', arrangement.folded);
    case 'state':
      return inGroups(ordered, named.stateOf, arrangement.folded);
  }
}

/** The row of each task, by its id. */
export function indexOf(rows: readonly Row[]): Map<RowKey, number> {
  return new Map(rows.map(({ key }, index) => [key, index]));
}

function lane(task: TaskHistory, depth: number, below = 0, folded = false): LaneRow {
  return { kind: 'lane', key: task.task, task, depth, below, folded };
}

function inOrder(tasks: readonly TaskHistory[], sort: Sorting, { nameOf }: Named): readonly TaskHistory[] {
  const by = <T>(key: (task: TaskHistory) => T, compare: (a: T, b: T) => number): TaskHistory[] =>
    tasks
      .map((task) => ({ task, value: key(task) }))
      .sort((a, b) => compare(a.value, b.value))
      .map(({ task }) => task);
  switch (sort) {
    case 'created':
      return tasks;
    case 'name':
      return by(nameOf, names.compare);
    case 'end':
      // Who lives comes last.
      return by(
        ({ ending }) => ending?.from ?? Number.MAX_SAFE_INTEGER,
        (a, b) => a - b,
      );
    case 'busy':
      return by(
        ({ busyMs }) => busyMs,
        (a, b) => b - a,
      );
  }
}

/** `worker(2)` before `worker(10)`. */
const names = new Intl.Collator('en', { numeric: true });

function asTree(
  tasks: readonly TaskHistory[],
  ordered: readonly TaskHistory[],
  folded: ReadonlySet<RowKey>,
): LaneRow[] {
  const shown = new Set(tasks.map(({ task }) => task));
  const children = new Map<number, TaskHistory[]>();
  for (const task of ordered) {
    // A program can forge its trace: what claims to be made by a later task, or by itself, stands at the top.
    const parent = shown.has(task.parent) && task.parent < task.task ? task.parent : 0;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [task]);
    else siblings.push(task);
  }
  const below = countBelow(tasks, shown);
  const rows: LaneRow[] = [];
  // No recursion: a chain of tasks may be longer than the stack.
  const open = (children.get(0) ?? []).map((task) => ({ task, depth: 0 })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { task, depth } = next;
    const isFolded = folded.has(task.task);
    rows.push(lane(task, depth, below.get(task.task) ?? 0, isFolded));
    if (isFolded) continue;
    const own = children.get(task.task) ?? [];
    for (let i = own.length - 1; i >= 0; i--) {
      const child = own[i];
      if (child !== undefined) open.push({ task: child, depth: depth + 1 });
    }
  }
  return rows;
}

/** How many tasks each has below it, its children's included. */
function countBelow(tasks: readonly TaskHistory[], shown: ReadonlySet<number>): Map<number, number> {
  const below = new Map<number, number>();
  // Children have larger numbers than their parents.
  const later = tasks.map(({ task, parent }) => ({ task, parent })).sort((a, b) => b.task - a.task);
  for (const { task, parent } of later) {
    if (!shown.has(parent) || parent >= task) continue;
    below.set(parent, (below.get(parent) ?? 0) + 1 + (below.get(task) ?? 0));
  }
  return below;
}

function inGroups(
  ordered: readonly TaskHistory[],
  headingOf: (task: TaskHistory) => string,
  folded: ReadonlySet<RowKey>,
): Row[] {
  const groups = new Map<string, TaskHistory[]>();
  for (const task of ordered) {
    const heading = headingOf(task);
    const group = groups.get(heading);
    if (group === undefined) groups.set(heading, [task]);
    else group.push(task);
  }
  return [...groups].flatMap(([key, group]): Row[] => {
    const isFolded = folded.has(key);
    const head: HeadRow = { kind: 'head', key, below: group.length, folded: isFolded };
    return isFolded ? [head] : [head, ...group.map((task) => lane(task, 1))];
  });
}
