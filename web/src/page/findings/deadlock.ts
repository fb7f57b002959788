/** A run that ended because nothing could go on: who waits for whom. */
import type { Failure } from '../../../../wasm/api/types.ts';
import { isSourceFile } from '../editor/markers.ts';
import type { Finding, FindingStep } from './finding.ts';
import type { CutWait, ResourceFacts } from './resources.ts';
import type { Tasks } from './tasks.ts';

interface Waiting {
  name: string;
  what: string;
  line: number;
  /** The lock or its like that it waits for, and who holds that. */
  wait: CutWait | undefined;
  holder: { name: string; line: number; ended: boolean } | undefined;
}

/** As the runtime describes each task of a deadlock. */
const sentence = /^ {2}(.+?) waits for (.+?)(?: at (\S+):(\d+) in .*)?$/gm;
const mostNamed = 4;
const mostSteps = 24;

export function findDeadlock({ message }: Failure, tasks: Tasks, facts: ResourceFacts): Finding[] {
  const waiting = [...message.matchAll(sentence)].map(([, name = '', what = '', file = '', line = '0']) => ({
    name,
    what,
    line: isSourceFile(file) ? Number(line) : 0,
    ...heldBy(name, tasks, facts),
  }));
  const names = new Set(waiting.map(({ name }) => name));
  const cycle = cycleOf(waiting);
  // Who waits for a task that waits itself is not the cause.
  const causes = waiting.filter((one) => !names.has(nextOf(one)) && one.what !== 'gather' && one.what !== 'wait');
  const shown = cycle ?? (causes.length > 0 ? causes : waiting);
  const [first] = shown;
  if (first === undefined) return [];
  return [
    {
      kind: 'deadlock',
      line: shown.find(({ line }) => line > 0)?.line ?? 0,
      task: tasks.named(first.name)?.id ?? 0,
      text: cycle === undefined ? `Nothing can end this: ${list(shown)}.` : `They wait in a circle: ${list(shown)}.`,
      advice: adviceFor(shown, cycle !== undefined),
      steps: shown.flatMap(stepsOf).slice(0, mostSteps),
    },
  ];
}

function heldBy(name: string, tasks: Tasks, facts: ResourceFacts): Pick<Waiting, 'wait' | 'holder'> {
  const wait = facts.cutWait(tasks.named(name)?.id ?? 0);
  const [holder] = wait?.holders ?? [];
  const owner = holder && tasks.get(holder.task);
  if (holder === undefined || owner === undefined) return { wait, holder: undefined };
  return { wait, holder: { name: owner.name, line: holder.line, ended: holder.ended } };
}

/** The name of whom it waits for: a task, or a lock's holder. */
const nextOf = ({ what, holder }: Waiting): string => holder?.name ?? what;

function list(waiting: readonly Waiting[]): string {
  const words = waiting
    .slice(0, mostNamed)
    .map((one) => `${one.name} waits for ${wordsFor(one)}${one.line > 0 ? ` (line ${one.line})` : ''}`);
  const rest = waiting.length - mostNamed;
  return words.join(', ') + (rest > 0 ? `, and ${rest} more` : '');
}

function wordsFor({ name, what, wait, holder }: Waiting): string {
  if (wait === undefined) return what;
  const resource = `${what} of ${wait.label}`;
  if (holder === undefined) return resource;
  return holder.name === name ? `${resource}, which it holds itself` : `${resource}, which ${holder.name} holds`;
}

function stepsOf({ name, what, line, wait, holder }: Waiting): FindingStep[] {
  const waits = { line, text: `${name} waits for ${wait?.label ?? what}` };
  if (holder === undefined) return [waits];
  return [waits, { line: holder.line, text: `${holder.name} took it${holder.ended ? ', and has ended' : ''}` }];
}

/** Tasks of which each waits for the next, and the last for the first. */
function cycleOf(waiting: readonly Waiting[]): Waiting[] | undefined {
  const byName = new Map(waiting.map((one) => [one.name, one]));
  for (const start of waiting) {
    const path = new Set<Waiting>();
    let at: Waiting | undefined = start;
    while (at !== undefined && !path.has(at)) {
      path.add(at);
      at = byName.get(nextOf(at));
    }
    if (at === start) return [...path];
  }
  return undefined;
}

function adviceFor(waiting: readonly Waiting[], isCircle: boolean): string {
  const locks = waiting.filter(({ what }) => /^(?:Lock|Semaphore)\./.test(what));
  if (locks.length > 1) return 'Take the locks in the same order everywhere, or both at once by one lock.';
  if (locks.some(({ holder }) => holder?.ended === true))
    return 'Take it by auto guard = co_await lock.scoped_lock(): it is given back however the coroutine ends.';
  if (locks.length === 1)
    return 'Release it before it is taken again: a lock is no one’s twice, not even the same task’s.';
  if (isCircle) return 'Let one of them end without the other’s result.';
  return 'Something must still set, put, notify or cancel what is waited for: keep the task alive that does.';
}
