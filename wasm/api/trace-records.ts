/**
 * The event log, written down once: what each kind of record holds. The decoder, the shapes that the page checks, the C++ side
 * (core/src/trace/records.hpp) and the table of docs/event-log.md are held to this by wasm/tests/trace-records.test.ts.
 */

/** What a value of a record is: a number, a task's id (0: none), or the id of a string or a frame that was sent before. */
export type TraceValue = 'number' | 'task' | 'string' | 'frame';

interface TraceRecord {
  /** The first byte of the record. */
  kind: number;
  /** The field that says whose record it is, a task's or a frame's, if it is anyone's. */
  subject?: 'task' | 'frame';
  /** The field that the record's two bytes of room for a small number say. */
  small?: string;
  /** The field that the second byte says, and its values by number. */
  detail?: readonly [field: string, values: readonly (string | boolean)[]];
  /** Fields of the event, in the order of the record's four values. */
  values: readonly (readonly [field: string, what: TraceValue])[];
}

/** What tasks share, by the number that `type` is. */
export const resourceTypes = ['lock', 'semaphore', 'condition', 'event', 'queue', 'barrier'] as const;

/** What becomes of a resource; of one that `joined`, `level` is the whole that it is a part of. */
export const resourceActs = [
  'made',
  'destroyed',
  'joined',
  'awaited',
  'acquired',
  'released',
  'set',
  'cleared',
  'notified',
  'put',
  'taken',
  'arrived',
] as const;

export const timerActs = ['set', 'fired', 'cancelled'] as const;

/** By the observer's names, as the page has them. */
export const traceRecords = {
  iteration: {
    kind: 2,
    values: [
      ['number', 'number'],
      ['ready', 'number'],
    ],
  },
  created: {
    kind: 3,
    subject: 'task',
    detail: ['eager', [false, true]],
    values: [
      ['name', 'string'],
      ['parent', 'task'],
      ['coroutine', 'string'],
      ['place', 'frame'],
    ],
  },
  stepBegin: { kind: 4, subject: 'task', values: [] },
  stepEnd: { kind: 5, subject: 'task', values: [] },
  suspended: {
    kind: 6,
    subject: 'task',
    values: [
      ['what', 'string'],
      ['awaited', 'task'],
      ['place', 'frame'],
    ],
  },
  woken: { kind: 7, subject: 'task', values: [['by', 'task']] },
  cancelRequested: {
    kind: 8,
    subject: 'task',
    values: [
      ['by', 'task'],
      ['message', 'string'],
    ],
  },
  done: {
    kind: 9,
    subject: 'task',
    detail: ['outcome', ['returned', 'failed', 'cancelled']],
    values: [
      ['type', 'string'],
      ['message', 'string'],
    ],
  },
  renamed: { kind: 10, subject: 'task', values: [['name', 'string']] },
  frame: {
    kind: 11,
    subject: 'frame',
    small: 'column',
    values: [
      ['caller', 'frame'],
      ['function', 'string'],
      ['file', 'string'],
      ['line', 'number'],
    ],
  },
  dropped: { kind: 12, values: [['count', 'number']] },
  used: {
    kind: 13,
    subject: 'task',
    small: 'type',
    detail: ['act', resourceActs],
    values: [
      ['resource', 'number'],
      ['level', 'number'],
      ['place', 'frame'],
    ],
  },
  timer: {
    kind: 14,
    detail: ['act', timerActs],
    values: [
      ['timer', 'number'],
      ['seconds', 'number'],
      ['nanoseconds', 'number'],
    ],
  },
} as const satisfies Record<string, TraceRecord>;

/** The record that sends a string: its id, then its length in bytes; the bytes follow. */
export const stringRecord = 1;
