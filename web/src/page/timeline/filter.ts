/** Which tasks have a lane. */
import type { StateAt } from '../rewind/moment.ts';
import type { TaskHistory } from '../rewind/task-history.ts';

export type Kind = 'all' | 'failed' | 'cancelled' | 'waiting';

export interface Filter {
  /** Part of what the task is called, in whatever case. */
  text: string;
  kind: Kind;
  /** Whether the tasks that the library makes for itself are shown, too. */
  library: boolean;
}

export const noFilter: Filter = { text: '', kind: 'all', library: false };

export interface Asked {
  /** What a task is doing at the instant that is shown: `waiting` is about that, the others about its end. */
  stateOf: (task: TaskHistory) => StateAt;
  /** By all that it is called. */
  nameOf: (task: TaskHistory) => string;
}

/** Whether tasks are left out by name or by what became of them, so that parents may be missing. */
export function isSearch({ text, kind }: Filter): boolean {
  return text.trim() !== '' || kind !== 'all';
}

export function filterTasks(
  tasks: readonly TaskHistory[],
  filter: Filter,
  { stateOf, nameOf }: Asked,
): readonly TaskHistory[] {
  const part = filter.text.trim().toLowerCase();
  if (filter.library && !isSearch(filter)) return tasks;
  return tasks.filter(
    (task) =>
      (filter.library || !task.isLibrarys) &&
      (part === '' || nameOf(task).toLowerCase().includes(part)) &&
      isOf(task, filter.kind, stateOf),
  );
}

function isOf(task: TaskHistory, kind: Kind, stateOf: Asked['stateOf']): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'waiting':
      return stateOf(task) === 'suspended';
    case 'failed':
    case 'cancelled':
      return task.ending?.outcome === kind;
  }
}
