/** What is to be told of one task at an instant: what it does and waits for, who made it, woke it, asked it to end. */
import type { Place as StackPlace } from '../timeline/places.ts';
import type { History } from './history.ts';
import { taskAt, type StateAt } from './moment.ts';
import type { Holder, Named } from './holdings.ts';
import type { CancelRequest, Ending, Place, TaskHistory, Wait, Wake } from './task-history.ts';
import { titleOf } from './titles.ts';

export interface Link {
  task: number;
  name: string;
  state: StateAt;
  /** What it waits for, if it does. */
  wait: Wait | undefined;
}

export interface Story {
  task: number;
  title: string;
  /** As the runtime has it. */
  name: string;
  state: StateAt;
  /** The position at which it came into this state. */
  from: number;
  wait: Wait | undefined;
  /** The coroutines that it consists of, the innermost first: that stands where the task waits, or waited last. */
  stack: StackPlace[];
  /** The lock or its like that it waits for, and who holds that. */
  resource: (Named & { holders: Holder[] }) | undefined;
  /** The locks and permits that it holds itself. */
  holds: (Named & Holder)[];
  /** Who is waited for, one after the other; the task itself is the first. */
  chain: Link[];
  /** The chain leads back into itself: nobody of it can go on. */
  circle: boolean;
  created: Place & { from: number; by: number };
  /** The latest wake-up, who did it. */
  woken: Wake | undefined;
  /** The latest ones. */
  cancels: CancelRequest[];
  ending: Ending | undefined;
}

/** A chain, or a stack, that is longer is cut. */
const mostLinks = 1_000;
const mostCancels = 3;

/** @returns nothing of a task that is not known */
export function storyAt(history: History, id: number, position: number): Story | undefined {
  const task = history.tasks.get(id);
  if (task === undefined) return undefined;
  const { state, from, wait } = taskAt(task, position);
  const { name, parent, file, line } = task;
  const ending = task.ending !== undefined && task.ending.from <= position ? task.ending : undefined;
  return {
    task: id,
    title: titleOf(history, task),
    name,
    state,
    from,
    wait,
    stack: ending === undefined ? stackOf(task.waitAt(position)) : [],
    resource: wait && history.holdings.waitedFor(id, wait.from, position),
    holds: history.holdings.heldBy(id, position),
    ...chainOf(history, task, position),
    created: { from: task.created, by: parent, file, line },
    woken: task.wakeAt(position),
    cancels: task.cancelsUpTo(position, mostCancels),
    ending,
  };
}

function stackOf(wait: Wait | undefined): StackPlace[] {
  const stack: StackPlace[] = [];
  for (let place = wait?.stack; place !== undefined && stack.length < mostLinks; place = place.caller)
    stack.push(place);
  return stack;
}

/** Of the lock that a task waits for; 0: it waits for none, or nobody holds it. */
function holderOf(history: History, { task }: TaskHistory, wait: Wait, position: number): number {
  return history.holdings.waitedFor(task, wait.from, position)?.holders[0]?.task ?? 0;
}

function chainOf(history: History, first: TaskHistory, position: number): Pick<Story, 'chain' | 'circle'> {
  const seen = new Set<number>();
  const chain: Link[] = [];
  for (let next: TaskHistory | undefined = first; next !== undefined && chain.length < mostLinks;) {
    if (seen.has(next.task)) return { chain, circle: true };
    seen.add(next.task);
    const { state, wait } = taskAt(next, position);
    chain.push({ task: next.task, name: titleOf(history, next), state, wait });
    next = wait === undefined ? undefined : history.tasks.get(wait.awaited || holderOf(history, next, wait, position));
  }
  return { chain, circle: false };
}
