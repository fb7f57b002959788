/** Puts what the run was at an instant into words. */
import type { StateAt, Stand } from './moment.ts';

const words: Record<StateAt, string> = {
  none: 'not created yet',
  ready: 'ready',
  running: 'running',
  suspended: 'waiting',
  returned: 'returned',
  failed: 'failed',
  cancelled: 'cancelled',
};

export function stateWord(state: StateAt): string {
  return words[state];
}

/** Of many names nobody reads more. */
const mostNames = 10;

export function tasksCount({ tasks }: Stand): string {
  return tasks.length === 1 ? '1 task' : `${tasks.length.toLocaleString('en')} tasks`;
}

/** "worker (waiting), main (ready) and 3 more" */
export function namesOf({ tasks }: Stand): string {
  const names = tasks.slice(0, mostNames).map(({ name, state }) => `${name} (${stateWord(state)})`);
  const rest = tasks.length - names.length;
  return names.join(', ') + (rest > 0 ? ` and ${rest.toLocaleString('en')} more` : '');
}
