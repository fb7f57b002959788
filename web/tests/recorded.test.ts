/** What real programs told, as wasm/tests/recorded.test.ts recorded it: lanes and figures of whole runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../wasm/api/types.ts';
import { buildTimeline } from '../src/page/timeline/build.ts';
import { laneState } from '../src/page/timeline/describe.ts';
import type { Lane, Timeline } from '../src/page/timeline/model.ts';
import type { OutputChunk } from '../src/protocol/messages.ts';
import { Summariser } from '../src/workers/program/summary.ts';

interface Recording {
  events: TraceEvent[];
  output: OutputChunk[];
}

const read = (name: string): Recording =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../wasm/tests/recorded/${name}.json`), 'utf8')) as Recording;

function timelineOf(name: string): Timeline {
  const { events, output } = read(name);
  return buildTimeline(events, output);
}

function laneOf(timeline: Timeline, name: string): Lane {
  const lane = timeline.lanes.find((candidate) => candidate.name === name);
  if (lane === undefined) throw new Error(`no lane ${name}`);
  return lane;
}

const states = (lane: Lane): string[] => lane.segments.map(({ state, what }) => (what ? `${state}: ${what}` : state));
const printed = (lane: Lane): string[] => lane.marks.flatMap((mark) => (mark.kind === 'output' ? [mark.text] : []));

describe('lanes of real programs', () => {
  it('an eager task prints inside the step of the task that made it', () => {
    const timeline = timelineOf('eager');
    const child = laneOf(timeline, 'child');
    const [parent] = timeline.lanes;
    expect(states(child)).toEqual(['ready', 'running', 'suspended: sleep', 'ready', 'running']);
    expect(printed(child).join('')).toBe('child begins\nchild goes on\n');
    expect(parent && printed(parent).join('')).toBe('before\nafter\n');
  });

  it('a task that ends is not shown as ready after its last step', () => {
    for (const name of ['eager', 'failing', 'cancelled', 'woken'])
      for (const lane of timelineOf(name).lanes) expect(lane.segments.at(-1)?.state, lane.name).toBe('running');
  });

  it('tell how each ended', () => {
    const failing = timelineOf('failing').lanes.filter((lane) => lane.ending?.outcome === 'failed');
    expect(failing.map((lane) => lane.ending?.message)).toEqual(['no luck', 'no luck']);
    const worker = laneOf(timelineOf('cancelled'), 'worker');
    expect(laneState(worker)).toBe('cancelled');
    expect(worker.marks).toContainEqual(expect.objectContaining({ kind: 'cancelRequested', message: 'enough' }));
    expect(states(worker)).toContain('suspended: sleep');
  });

  it('the two tasks of a deadlock wait for their locks until run() cancels them', () => {
    const waiting = timelineOf('deadlock').lanes.filter((lane) => states(lane).includes('suspended: Lock.scoped_lock'));
    expect(waiting.map((lane) => lane.ending?.outcome)).toEqual(['cancelled', 'cancelled']);
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
