/** Which rows the timeline shows, in which order, and which of them is selected. */
import { untrack } from 'svelte';
import type { History } from '../rewind/history.ts';
import { stateAt, type StateAt } from '../rewind/moment.ts';
import type { Rewind } from '../rewind/rewind.svelte.ts';
import type { TaskHistory } from '../rewind/task-history.ts';
import { titleOf } from '../rewind/titles.ts';
import { stateWord } from '../rewind/words.ts';
import { filterTasks, isSearch, noFilter, type Filter } from './filter.ts';
import { asMade, indexOf, rowsOf, toggled, type Arrangement, type Row, type RowKey } from './rows.ts';
import type { Selection } from './selection.ts';

/** A number to about three hundredths. */
export function coarse(count: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, count))) - 5);
  return count < 1_024 ? count : count - (count % step);
}

export class Lanes {
  filter = $state.raw<Filter>(noFilter);
  arrangement = $state.raw<Arrangement>(asMade);
  /** The selected stretch of the selected task. */
  stretch = $state.raw<number>();
  /** The heading that the keyboard is on, in the place of a task. */
  heading = $state.raw<string>();
  readonly #history: () => History;
  readonly #rewind: Rewind;
  readonly #isRunning: () => boolean;
  /** While many are made, new ones come by the dozen. */
  readonly #count = $derived.by(() => {
    const { length } = this.#history().order;
    return this.#isRunning() ? coarse(length) : length;
  });
  readonly #tasks = $derived.by(() => this.#history().order);
  /** Whether the rows are others as the run goes on, or at another instant: not only as tasks are made. */
  readonly #isLive = $derived.by(() => {
    const { sort, group } = this.arrangement;
    return isSearch(this.filter) || sort === 'end' || sort === 'busy' || group === 'state';
  });
  readonly rows: readonly Row[] = $derived.by(() => {
    void [this.#count, this.#tasks];
    if (this.#isLive) void [this.#history(), this.#rewind.instant];
    const { filter, arrangement } = this;
    return untrack(() => {
      const stateOf = (task: TaskHistory): StateAt => this.stateOf(task);
      const nameOf = (task: TaskHistory): string => this.nameOf(task);
      const tasks = filterTasks(this.#history().order, filter, { stateOf, nameOf });
      // Of a search's result the parents may be missing.
      const group = arrangement.group === 'parent' && isSearch(filter) ? 'none' : arrangement.group;
      return rowsOf(tasks, { ...arrangement, group }, { stateOf: (task) => stateWord(stateOf(task)), nameOf });
    });
  });
  readonly #index = $derived(indexOf(this.rows));
  readonly selection: Selection | undefined = $derived.by(() => {
    const row = this.#index.get(this.heading ?? this.#rewind.task ?? 0);
    return row === undefined ? undefined : { row, stretch: this.heading === undefined ? this.stretch : undefined };
  });
  readonly hasLibrarys = $derived.by(() => {
    void this.#count;
    return untrack(() => this.#history().order.some(({ isLibrarys }) => isLibrarys));
  });

  constructor(history: () => History, isRunning: () => boolean, rewind: Rewind) {
    this.#history = history;
    this.#isRunning = isRunning;
    this.#rewind = rewind;
  }

  /** Another run begins. */
  reset(): void {
    this.filter = noFilter;
    this.arrangement = { ...this.arrangement, folded: asMade.folded };
    this.stretch = this.heading = undefined;
  }

  rowOf(key: RowKey): number | undefined {
    return this.#index.get(key);
  }

  nameOf(task: TaskHistory): string {
    return titleOf(this.#history(), task);
  }

  stateOf(task: TaskHistory): StateAt {
    return stateAt(task, this.#rewind.present.position);
  }

  select(next: Selection): void {
    const row = this.rows[next.row];
    this.heading = row?.kind === 'head' ? row.key : undefined;
    this.#rewind.task = row?.kind === 'lane' ? row.key : undefined;
    this.stretch = next.stretch;
  }

  selectTask(task: number | undefined): void {
    this.#rewind.task = task;
    this.stretch = this.heading = undefined;
  }

  /** Folds away what is below a row, or shows it again. */
  fold(row: number): void {
    const { key, below } = this.rows[row] ?? { key: 0, below: 0 };
    if (below === 0) return;
    this.arrangement = { ...this.arrangement, folded: toggled(this.arrangement.folded, key) };
  }
}
