/**
 * The trace, written down once: what each kind of record holds. The decoder, the shapes that the page checks, the C++ side
 * (wasm/runtime/src/trace_records.hpp) and the table of docs/host-abi.md are held to this by wasm/tests/trace-records.test.ts.
 */

/** What a value of a record is: a number, a task's id (0: none), or the id of a string that was sent before. */
export type TraceValue = 'number' | 'task' | 'string';

interface TraceRecord {
  /** The first byte of the record. */
  kind: number;
  /** The task whose event it is, if it is a task's. */
  ofTask: boolean;
  /** The field that the second byte says, and its values by number. */
  detail?: readonly [field: string, values: readonly (string | boolean)[]];
  /** Fields of the event, in the order of the record's four values. */
  values: readonly (readonly [field: string, what: TraceValue])[];
}

/** By the observer's names, as the page has them. */
export const traceRecords = {
  iteration: {
    kind: 2,
    ofTask: false,
    values: [
      ['number', 'number'],
      ['ready', 'number'],
    ],
  },
  created: {
    kind: 3,
    ofTask: true,
    detail: ['eager', [false, true]],
    values: [
      ['name', 'string'],
      ['parent', 'task'],
      ['file', 'string'],
      ['line', 'number'],
    ],
  },
  stepBegin: { kind: 4, ofTask: true, values: [] },
  stepEnd: { kind: 5, ofTask: true, values: [] },
  suspended: {
    kind: 6,
    ofTask: true,
    values: [
      ['what', 'string'],
      ['awaited', 'task'],
      ['file', 'string'],
      ['line', 'number'],
    ],
  },
  woken: { kind: 7, ofTask: true, values: [['by', 'task']] },
  cancelRequested: {
    kind: 8,
    ofTask: true,
    values: [
      ['by', 'task'],
      ['message', 'string'],
    ],
  },
  done: {
    kind: 9,
    ofTask: true,
    detail: ['outcome', ['returned', 'failed', 'cancelled']],
    values: [
      ['type', 'string'],
      ['message', 'string'],
    ],
  },
  renamed: { kind: 10, ofTask: true, values: [['name', 'string']] },
} as const satisfies Record<string, TraceRecord>;

/** The record that sends a string: its id, then its length in bytes; the bytes follow. */
export const stringRecord = 1;
