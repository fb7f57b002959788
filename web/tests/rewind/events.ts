/** Trace events for the tests of rewinding, written short. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TraceEvent } from '../../../wasm/api/types.ts';
import { HistoryBuilder } from '../../src/page/rewind/history-builder.ts';
import type { History } from '../../src/page/rewind/history.ts';
import type { TaskHistory } from '../../src/page/rewind/task-history.ts';
import { stretchAt, stretchCount, type Stretch } from '../../src/page/timeline/stretches.ts';
import type { OutputChunk } from '../../src/protocol/messages.ts';

export const recordings = ['cancelled', 'deadlock', 'eager', 'failing', 'woken'] as const;

export function recorded(name: (typeof recordings)[number]): TraceEvent[] {
  const file = join(import.meta.dirname, `../../../wasm/tests/recorded/${name}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { events: TraceEvent[] }).events;
}

/** Frames by whose ids the events of these tests name lines. */
export const lines: readonly TraceEvent[] = Array.from({ length: 100 }, (_, line) => ({
  kind: 'frame',
  time: 0,
  frame: line,
  column: 3,
  caller: 0,
  function: 'work',
  file: 'main.cpp',
  line,
}));
export const created = (task: number, time: number, parent = 0, line = 3, eager = false): TraceEvent => ({
  kind: 'created',
  time,
  task,
  name: `Task-${task}`,
  parent,
  eager,
  coroutine: 'work',
  place: line,
});
export const begin = (task: number, time: number): TraceEvent => ({ kind: 'stepBegin', time, task });
export const end = (task: number, time: number): TraceEvent => ({ kind: 'stepEnd', time, task });
export const woken = (task: number, time: number, by = 0): TraceEvent => ({ kind: 'woken', time, task, by });
export const iteration = (number: number, time: number): TraceEvent => ({ kind: 'iteration', time, number, ready: 1 });
export const suspended = (task: number, time: number, line = 8, what = 'sleep', awaited = 0): TraceEvent => ({
  kind: 'suspended',
  time,
  task,
  what,
  awaited,
  place: line,
});
export const cancelRequested = (task: number, time: number, by: number, message: string): TraceEvent => ({
  kind: 'cancelRequested',
  time,
  task,
  by,
  message,
});
export const done = (
  task: number,
  time: number,
  outcome: 'returned' | 'failed' | 'cancelled' = 'returned',
): TraceEvent => ({
  kind: 'done',
  time,
  task,
  outcome,
  type: outcome === 'failed' ? 'std::runtime_error' : '',
  message: outcome === 'failed' ? 'no' : '',
});

export function historyOf(events: Iterable<TraceEvent>, output: Iterable<OutputChunk> = []): History {
  const builder = new HistoryBuilder();
  builder.addOutput(output);
  builder.add(lines);
  builder.add(events);
  return builder.history;
}

/** All of a task's life, as its lane shows it. */
export function stretchesOf(task: TaskHistory): Stretch[] {
  return Array.from({ length: stretchCount(task) }, (_, index) => stretchAt(task, index)).filter(
    (stretch) => stretch !== undefined,
  );
}
