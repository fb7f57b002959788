/** The exported trace, against the trace event format that Perfetto reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../wasm/api/types.ts';
import { traceFileOf, type TraceFile } from '../src/page/export/perfetto.ts';

const dir = join(import.meta.dirname, '../../wasm/tests/recorded');
const number = v.pipe(v.number(), v.finite(), v.minValue(0));
const common = { name: v.pipe(v.string(), v.minLength(1)), pid: number, tid: number };
const timed = { ...common, ts: number };
const args = v.record(v.string(), v.union([v.string(), v.number()]));

/** What the format asks of each phase that is used. */
const format = v.strictObject({
  traceEvents: v.array(
    v.variant('ph', [
      v.strictObject({ ph: v.literal('M'), ...common, args }),
      v.strictObject({ ph: v.literal('X'), ...timed, cat: v.string(), dur: number, args: v.optional(args) }),
      v.strictObject({ ph: v.literal('s'), ...timed, cat: v.string(), id: number }),
      v.strictObject({ ph: v.literal('f'), ...timed, cat: v.string(), id: number, bp: v.literal('e') }),
      v.strictObject({ ph: v.literal('i'), ...timed, cat: v.string(), s: v.literal('t'), args }),
      v.strictObject({ ph: v.literal('C'), ...timed, args }),
    ]),
  ),
  displayTimeUnit: v.literal('ms'),
  otherData: v.record(v.string(), v.string()),
});

function exported(file: string): TraceFile {
  const { events } = JSON.parse(readFileSync(join(dir, file), 'utf8')) as { events: TraceEvent[] };
  return JSON.parse(JSON.stringify(traceFileOf(events, 'real'))) as TraceFile;
}

const end = ({ ts = 0, dur = 0 }: { ts?: number; dur?: number }): number => ts + dur;

describe.each(readdirSync(dir).filter((file) => file.endsWith('.json')))('%s as a trace file', (file) => {
  const { traceEvents } = exported(file);
  const slices = traceEvents.filter(({ ph }) => ph === 'X');

  it('has the format', () => expect(v.safeParse(format, exported(file)).issues).toBeUndefined());

  it('has a named track for each task', () => {
    const named = traceEvents.filter(({ name }) => name === 'thread_name').map(({ tid }) => tid);
    expect(new Set(named)).toEqual(new Set(slices.map(({ tid }) => tid)));
  });

  it('has slices that follow each other on their track', () => {
    for (const tid of new Set(slices.map((slice) => slice.tid))) {
      const own = slices.filter((slice) => slice.tid === tid);
      own.forEach((slice, i) => expect(slice.ts).toBeGreaterThanOrEqual(i === 0 ? 0 : end(own[i - 1] ?? {}) - 0.002));
    }
  });

  it('has arrows from where a task runs to where the woken one begins to', () => {
    const begins = traceEvents.filter(({ ph }) => ph === 's');
    for (const begin of begins) {
      const [arrow, ...more] = traceEvents.filter(({ ph, id }) => ph === 'f' && id === begin.id);
      expect(more).toEqual([]);
      const encloses = (tid: number, ts: number): boolean =>
        slices.some((slice) => slice.tid === tid && (slice.ts ?? 0) <= ts && ts <= end(slice) + 0.002);
      expect(encloses(begin.tid, begin.ts ?? -1)).toBe(true);
      expect(arrow !== undefined && encloses(arrow.tid, arrow.ts ?? -1)).toBe(true);
    }
  });
});

it('tells what each task waited for, at which line, and who woke it', () => {
  const { traceEvents } = exported('woken.json');
  expect(traceEvents).toContainEqual(
    expect.objectContaining({ ph: 'X', tid: 2, name: 'Event.wait', cat: 'waiting', args: { line: 4 } }),
  );
  const arrows = traceEvents.filter(({ ph }) => ph === 's' || ph === 'f').map(({ ph, tid, id }) => [ph, tid, id]);
  expect(arrows).toEqual([
    ['s', 1, 1],
    ['f', 2, 1],
    ['s', 2, 2],
    ['f', 1, 2],
  ]);
});

it('a trace that makes no sense still gives a file', () => {
  const events: TraceEvent[] = [
    { kind: 'stepEnd', time: 5, task: 1 },
    { kind: 'created', time: 3, task: 1, name: '', parent: 9, eager: false, coroutine: '', place: 0 },
    { kind: 'stepEnd', time: 1, task: 1 },
    { kind: 'woken', time: 2, task: 1, by: 1 },
  ];
  expect(() => traceFileOf(events, 'virtual')).not.toThrow();
});
