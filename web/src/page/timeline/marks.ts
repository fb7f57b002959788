/** The mark on a lane that a pointer is over, in words: what was printed there, or who asked for a cancel. */
import type { TaskHistory } from '../rewind/task-history.ts';
import { countUpTo } from '../rewind/search.ts';
import { toTime, type Scale } from './view.ts';

/** In pixels, to either side. */
const near = 4;
/** A line of output may be thousands of characters. */
const longestText = 200;

export function describeMark(
  task: TaskHistory,
  scale: Scale,
  x: number,
  nameOf: (task: number) => string,
): string | undefined {
  const [from, to] = [toTime(scale, x - near), toTime(scale, x + near)];
  const cancel = task.cancels.find((position) => task.timeAt(position) >= from && task.timeAt(position) <= to);
  if (cancel !== undefined) {
    const [request] = task.cancelsUpTo(cancel, 1);
    const by = request === undefined || request.by === 0 ? 'no task' : nameOf(request.by);
    const message = request?.message ?? '';
    return `cancel asked by ${by}${message === '' ? '' : `: “${message}”`}`;
  }
  const times = task.output.map(({ time }) => time);
  const first = countUpTo(times, from);
  const printed = task.output.slice(first, countUpTo(times, to));
  if (printed.length === 0) return undefined;
  const text = printed.map((mark) => mark.text).join('');
  const shown = text.trimEnd().replaceAll('\n', ' ⏎ ');
  return `printed “${shown.length > longestText ? `${shown.slice(0, longestText)}…` : shown}”`;
}
