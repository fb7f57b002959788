/** What the runtime itself reports, on the standard error output, when it destroys an object: the events do not tell that. */
import { isSourceFile } from '../editor/markers.ts';
import type { Finding } from './finding.ts';
import type { Tasks } from './tasks.ts';

const neverRetrieved = /^(Task|Future) exception was never retrieved$/;
const destroyed = /^Task was destroyed but it is pending!$/;
const neverAwaited = /^(?:(\S+?):(\d+): )?RuntimeWarning: coroutine '(.+)' was never awaited$/;
/** The line that follows: of which task. */
const about = /^(?:future|task): <(?:Task|Future) /;
const mostReports = 200;
/** A line of the program's own may be longer than any of these. */
const longestLine = 8_192;

type Kind = 'neverRetrieved' | 'destroyedPending';

export class ReportedRule {
  readonly #awaited: Finding[] = [];
  readonly #reports: { kind: Kind; about: string }[] = [];
  #rest = '';
  /** What the line before said, if the next one is to say of whom. */
  #open: Kind | undefined;

  /** @param text a piece of the standard error output */
  output(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = (lines.pop() ?? '').slice(0, longestLine);
    for (const line of lines) this.#line(line);
  }

  /** Now, as the tasks are known. */
  found(tasks: Tasks): Finding[] {
    return [...this.#awaited, ...this.#reports.map(({ kind, about: who }) => describe(kind, who, tasks))];
  }

  #line(line: string): void {
    if (this.#reports.length + this.#awaited.length >= mostReports) return;
    const kind = this.#open;
    this.#open = neverRetrieved.test(line) ? 'neverRetrieved' : destroyed.test(line) ? 'destroyedPending' : undefined;
    if (kind !== undefined && about.test(line)) this.#reports.push({ kind, about: line });
    const coroutine = neverAwaited.exec(line);
    if (coroutine !== null) this.#awaited.push(describeCoroutine(coroutine));
  }
}

function describeCoroutine([, file = '', line = '0', name = '']: RegExpExecArray): Finding {
  return {
    kind: 'neverAwaited',
    line: isSourceFile(file) ? Number(line) : 0,
    task: 0,
    text: `${name}(), which begins here, was called but never awaited, so none of it ran.`,
    advice: `Write co_await ${name}(…), or make a task of it by asyncio::create_task().`,
  };
}

function describe(kind: Kind, who: string, tasks: Tasks): Finding {
  const name = /name='([^']*)'/.exec(who)?.[1] ?? 'A future';
  const [, file = '', at = '0'] = /coro=<.* at (\S+):(\d+)>/.exec(who) ?? [];
  const task = tasks.named(name);
  const created = task?.line ?? 0;
  const line = created > 0 || !isSourceFile(file) ? created : Number(at);
  const common = { kind, line, task: task?.id ?? 0 };
  if (kind === 'destroyedPending')
    return {
      ...common,
      text: `${name} was destroyed before it had ended, as its loop was closed.`,
      advice: 'Await it, or cancel() it and await that, before the loop is closed.',
    };
  const exception = /exception=(.*)>$/.exec(who)?.[1] ?? 'an exception';
  return {
    ...common,
    text: `${name} failed with ${exception}, and nobody has asked for its result.`,
    advice: 'Await the task, and catch what it throws; a TaskGroup does that for all of its tasks.',
  };
}
