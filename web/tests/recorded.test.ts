/** What real programs told, as wasm/tests/recorded.test.ts recorded it: lanes and figures of whole runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../wasm/api/types.ts';
import type { History } from '../src/page/rewind/history.ts';
import { stateAt } from '../src/page/rewind/moment.ts';
import type { TaskHistory } from '../src/page/rewind/task-history.ts';
import type { OutputChunk } from '../src/protocol/messages.ts';
import { Summariser } from '../src/workers/program/summary.ts';
import { historyOf, stretchesOf } from './rewind/events.ts';

interface Recording {
  events: TraceEvent[];
  output: OutputChunk[];
}

const read = (name: string): Recording =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../wasm/tests/recorded/${name}.json`), 'utf8')) as Recording;

function runOf(name: string): History {
  const { events, output } = read(name);
  return historyOf(events, output);
}

function taskNamed({ order }: History, name: string): TaskHistory {
  const task = order.find((candidate) => candidate.name === name);
  if (task === undefined) throw new Error(`no task ${name}`);
  return task;
}

const states = (task: TaskHistory): string[] =>
  stretchesOf(task).map(({ state, what }) => (what ? `${state}: ${what}` : state));
const printed = ({ output }: TaskHistory): string => output.map(({ text }) => text).join('');

describe('lanes of real programs', () => {
  it('an eager task prints inside the step of the task that made it', () => {
    const run = runOf('eager');
    const child = taskNamed(run, 'child');
    const [parent] = run.order;
    expect(states(child)).toEqual(['ready', 'running', 'suspended: sleep', 'ready', 'running']);
    expect(printed(child)).toBe('child begins\nchild goes on\n');
    expect(parent && printed(parent)).toBe('before\nafter\n');
  });

  it('a task that ends is not shown as ready after its last step', () => {
    for (const name of ['eager', 'failing', 'cancelled', 'woken'])
      for (const task of runOf(name).order) expect(stretchesOf(task).at(-1)?.state, task.name).toBe('running');
  });

  it('tell how each ended', () => {
    const failing = runOf('failing').order.filter(({ ending }) => ending?.outcome === 'failed');
    expect(failing.map(({ ending }) => ending?.message)).toEqual(['no luck', 'no luck']);
    const run = runOf('cancelled');
    const worker = taskNamed(run, 'worker');
    expect(stateAt(worker, run.length)).toBe('cancelled');
    expect(worker.cancelsUpTo(run.length)).toContainEqual(expect.objectContaining({ message: 'enough' }));
    expect(states(worker)).toContain('suspended: sleep');
  });

  it('the two tasks of a deadlock wait for their locks until run() cancels them', () => {
    const waiting = runOf('deadlock').order.filter((task) => states(task).includes('suspended: Lock.scoped_lock'));
    expect(waiting.map(({ ending }) => ending?.outcome)).toEqual(['cancelled', 'cancelled']);
  });
});

describe('figures of real programs', () => {
  it.each(['eager', 'failing', 'cancelled', 'deadlock', 'woken'])(
    '%s: busy is the length of the outermost steps',
    (name) => {
      const { events } = read(name);
      const summariser = new Summariser();
      for (const event of events) summariser.add(event);
      // From each first step_begin to the end that leaves no step open.
      let open = 0;
      let busyMs = 0;
      for (const { kind, time } of events) {
        if (kind === 'stepBegin' && open++ === 0) busyMs -= time;
        if (kind === 'stepEnd' && --open === 0) busyMs += time;
      }
      expect(open).toBe(0);
      expect(summariser.sums.busyMs).toBeCloseTo(busyMs, 6);
      expect(busyMs).toBeGreaterThan(0);
    },
  );

  it('counts an eager step once', () => {
    const summariser = new Summariser();
    const step = (kind: 'stepBegin' | 'stepEnd', task: number, time: number): TraceEvent => ({ kind, task, time });
    const events = [
      step('stepBegin', 1, 0),
      step('stepBegin', 2, 10),
      step('stepEnd', 2, 250),
      step('stepEnd', 1, 258),
    ];
    for (const event of events) summariser.add(event);
    expect(summariser.sums.busyMs).toBe(258);
  });
});
