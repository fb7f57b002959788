/** What the line below the lanes says of what a pointer is over, or of what is selected. */
import type { History } from '../rewind/history.ts';
import type { StateAt } from '../rewind/moment.ts';
import type { TaskHistory } from '../rewind/task-history.ts';
import { titleById, titleOf } from '../rewind/titles.ts';
import { stateWord } from '../rewind/words.ts';
import { describeEnding, describeStretch } from './describe.ts';
import { describeMark } from './marks.ts';
import type { Row } from './rows.ts';
import { stretchAt } from './stretches.ts';
import type { Scale } from './view.ts';

interface At {
  history: History;
  now: number;
  stateOf: (task: TaskHistory) => StateAt;
}

/** @param pointer where one is, if it is what this is about */
export function detailsOf(
  row: Row,
  stretch: number | undefined,
  pointer: { x: number; scale: Scale } | undefined,
  { history, now, stateOf }: At,
): string {
  if (row.kind === 'head') return `${row.key}: ${row.below.toLocaleString('en')} tasks`;
  const { task } = row;
  const nameOf = (id: number): string => titleById(history, id);
  const mark = pointer && describeMark(task, pointer.scale, pointer.x, nameOf);
  const shown = stretch === undefined ? undefined : stretchAt(task, stretch);
  const words = shown === undefined ? describeEnding(task) : describeStretch(shown, now, nameOf);
  const state = words === '' ? stateWord(stateOf(task)) : words;
  return `${titleOf(history, task)}: ${[mark, state, leftOut(task)].filter((part) => part).join(' · ')}`;
}

function leftOut({ outputLeftOut }: TaskHistory): string {
  return outputLeftOut === 0 ? '' : `${outputLeftOut.toLocaleString('en')} later pieces of output have no mark`;
}
