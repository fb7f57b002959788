/** A run that ended because nothing could go on: who waits for whom. */
import type { Failure } from '../../../../wasm/api/types.ts';
import { isSourceFile } from '../editor/markers.ts';
import type { Finding } from './finding.ts';
import type { Tasks } from './tasks.ts';

interface Waiting {
  name: string;
  what: string;
  line: number;
}

/** As the runtime describes each task of a deadlock. */
const sentence = /^ {2}(.+?) waits for (.+?)(?: at (\S+):(\d+) in .*)?$/gm;
const mostNamed = 4;

export function findDeadlock({ message }: Failure, tasks: Tasks): Finding[] {
  const waiting = [...message.matchAll(sentence)].map(([, name = '', what = '', file = '', line = '0']) => ({
    name,
    what,
    line: isSourceFile(file) ? Number(line) : 0,
  }));
  const names = new Set(waiting.map(({ name }) => name));
  const cycle = cycleOf(waiting);
  // Who waits for a task that waits itself is not the cause.
  const causes = waiting.filter(({ what }) => !names.has(what) && what !== 'gather' && what !== 'wait');
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
    },
  ];
}

function list(waiting: readonly Waiting[]): string {
  const words = waiting
    .slice(0, mostNamed)
    .map(({ name, what, line }) => `${name} waits for ${what}${line > 0 ? ` (line ${line})` : ''}`);
  const rest = waiting.length - mostNamed;
  return words.join(', ') + (rest > 0 ? `, and ${rest} more` : '');
}

/** Tasks of which each awaits the next, and the last the first. */
function cycleOf(waiting: readonly Waiting[]): Waiting[] | undefined {
  const byName = new Map(waiting.map((one) => [one.name, one]));
  for (const start of waiting) {
    const path = new Set<Waiting>();
    let at: Waiting | undefined = start;
    while (at !== undefined && !path.has(at)) {
      path.add(at);
      at = byName.get(at.what);
    }
    if (at === start) return [...path];
  }
  return undefined;
}

function adviceFor(waiting: readonly Waiting[], isCircle: boolean): string {
  if (isCircle) return 'Let one of them end without the other’s result.';
  const locks = waiting.filter(({ what }) => /^(?:Lock|Semaphore)\./.test(what));
  if (locks.length > 1) return 'Take the locks in the same order everywhere, or both at once by one lock.';
  if (locks.length === 1)
    return 'Release it before it is taken again: a lock is no one’s twice, not even the same task’s.';
  return 'Something must still set, put, notify or cancel what is waited for: keep the task alive that does.';
}
