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

export function tasksCount({ count }: Stand): string {
  return count === 1 ? '1 task' : `${count.toLocaleString('en')} tasks`;
}

/** "worker (waiting), main (ready) and 3 more" */
export function namesOf({ tasks, count }: Stand): string {
  const names = tasks.map(({ name, state }) => `${name} (${stateWord(state)})`);
  const rest = count - names.length;
  return names.join(', ') + (rest > 0 ? ` and ${rest.toLocaleString('en')} more` : '');
}
