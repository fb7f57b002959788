/** The questions in words, and in the order in which they are best read. */

/** What is measured, and what its number counts. */
const questionWords = {
  await_finished: ['Await a ready coroutine', ''],
  await_chain: ['Await a level of a chain', 'levels'],
  yield: ['Yield to the event loop', 'tasks'],
  create_and_join: ['Create and join a task', 'tasks'],
  gather: ['Gather a coroutine', 'coroutines'],
  lock_free: ['Take a free lock', ''],
  lock_contended: ['Take a contended lock', 'tasks'],
  queue_ping_pong: ['Pass a message by queue', ''],
  timer_insert: ['Insert a timer', 'timers'],
  timer_cancel: ['Cancel a timer', 'timers'],
  cancel_sleeping: ['Create and cancel a sleeper', 'tasks'],
  sleeping_task_memory: ['Memory of a sleeping task', 'tasks'],
} as const;

const names: readonly string[] = Object.keys(questionWords);

export interface Words {
  what: string;
  /** "1,000 tasks"; empty where there is no number. */
  scale: string;
  /** "1K" */
  short: string;
}

/** A question that is not known here is shown by its name. */
export function words(question: string): Words {
  const [name = '', argument = ''] = question.split('/');
  if (!isKnown(name)) return { what: question, scale: '', short: '' };
  const [what, counted] = questionWords[name];
  const count = Number(argument);
  if (argument === '' || !Number.isSafeInteger(count)) return { what, scale: argument, short: argument };
  return {
    what,
    scale: `${count.toLocaleString('en')} ${count === 1 ? counted.slice(0, -1) : counted}`,
    short: count.toLocaleString('en', { notation: 'compact' }),
  };
}

function isKnown(name: string): name is keyof typeof questionWords {
  return names.includes(name);
}

/** Unknown ones last; those of one name stay in their order. */
export function inOrder(questions: readonly string[]): string[] {
  const place = (question: string): number => {
    const index = names.indexOf(question.split('/')[0] ?? '');
    return index < 0 ? names.length : index;
  };
  return [...questions].sort((a, b) => place(a) - place(b));
}
