/** What the page calls a task: by its coroutine, with a number where there are several of it; and by its own name, where it has one. */
import type { History } from './history.ts';
import type { TaskHistory } from './task-history.ts';

/** The runtime's for a task that nobody has named. */
const unnamed = /^Task-\d+$/;

/** What says nothing of the library's own. */
const librarys = /^asyncio::(?:detail::)?/;

export interface Title {
  /** `worker(3)`. */
  coroutine: string;
  /** The name that the program gave it; empty if that says nothing more. */
  name: string;
}

export function titleParts({ alike }: Pick<History, 'alike'>, { coroutine, nth, name }: TaskHistory): Title {
  if (coroutine === '') return { coroutine: name, name: '' };
  const short = coroutine.replace(librarys, '');
  const said = unnamed.test(name) || name === short ? '' : name;
  const several = (alike.get(coroutine) ?? 1) > 1;
  return { coroutine: several ? `${short}(${nth})` : short, name: said };
}

export function titleOf(history: Pick<History, 'alike'>, task: TaskHistory): string {
  const { coroutine, name } = titleParts(history, task);
  return name === '' ? coroutine : `${coroutine} ${name}`;
}

export function titleById(history: History, id: number): string {
  const task = history.tasks.get(id);
  return task === undefined ? `task ${id}` : titleOf(history, task);
}
