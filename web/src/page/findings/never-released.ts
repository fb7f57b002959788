/** Locks whose holder ended with them, and that others waited for up to the end of the run. */
import type { Finding } from './finding.ts';
import type { ResourceFacts } from './resources.ts';
import type { Tasks } from './tasks.ts';

export function neverReleased(tasks: Tasks, facts: ResourceFacts): Finding[] {
  return [...tasks.all()].flatMap((task) => {
    const wait = facts.cutWait(task.id);
    const [holder] = wait?.holders ?? [];
    const owner = holder && tasks.get(holder.task);
    if (wait?.type !== 'lock' || holder === undefined || owner === undefined || !holder.ended) return [];
    return [
      {
        kind: 'deadlock',
        line: task.wait?.line ?? 0,
        task: task.id,
        text: `${task.name} waited here for ${wait.label} up to the end of the run: ${owner.name} took it and ended without giving it back.`,
        advice: 'Take it by auto guard = co_await lock.scoped_lock(): it is given back however the coroutine ends.',
        steps: [
          { line: task.wait?.line ?? 0, text: `${task.name} waits for ${wait.label}` },
          { line: holder.line, text: `${owner.name} took it, and has ended` },
        ],
      },
    ];
  });
}
