/**
 * Trace events on their way to the page: numbers in one array, which is moved and not copied, and texts in another, each once.
 * An object for each event would have to be copied, checked and collected one by one, and a run makes hundreds of thousands.
 */
import * as v from 'valibot';
import { eventText, text } from '../../../wasm/api/shapes.ts';
import { resourceActs, timerActs } from '../../../wasm/api/trace-records.ts';
import type { TraceEvent } from '../../../wasm/api/types.ts';
import { batchEvents } from './limits.ts';

type Kind = TraceEvent['kind'];
type Of<K extends Kind> = Extract<TraceEvent, { kind: K }>;
/** How a field becomes a number: itself; a whole one; 0 or 1; the place of its text. */
type Column = 'time' | 'count' | 'flag' | 'text' | keyof typeof words;

/** Fields that are one of few words. */
const words: Record<'outcome' | 'resourceAct' | 'timerAct', readonly string[]> = {
  outcome: ['returned', 'failed', 'cancelled'],
  resourceAct: resourceActs,
  timerAct: timerActs,
};

/** The fields of each kind, in the order in which they are written. */
const layout: { [K in Kind]: Record<Exclude<keyof Of<K>, 'kind'>, Column> } = {
  iteration: { time: 'time', number: 'count', ready: 'count' },
  created: {
    time: 'time',
    task: 'count',
    name: 'text',
    parent: 'count',
    eager: 'flag',
    coroutine: 'text',
    place: 'count',
  },
  stepBegin: { time: 'time', task: 'count' },
  stepEnd: { time: 'time', task: 'count' },
  suspended: { time: 'time', task: 'count', what: 'text', awaited: 'count', place: 'count' },
  woken: { time: 'time', task: 'count', by: 'count' },
  cancelRequested: { time: 'time', task: 'count', by: 'count', message: 'text' },
  done: { time: 'time', task: 'count', outcome: 'outcome', type: 'text', message: 'text' },
  renamed: { time: 'time', task: 'count', name: 'text' },
  frame: {
    time: 'time',
    frame: 'count',
    column: 'count',
    caller: 'count',
    function: 'text',
    file: 'text',
    line: 'count',
  },
  dropped: { time: 'time', count: 'count' },
  used: {
    time: 'time',
    task: 'count',
    act: 'resourceAct',
    type: 'count',
    resource: 'count',
    level: 'count',
    place: 'count',
  },
  timer: { time: 'time', act: 'timerAct', timer: 'count', seconds: 'count', nanoseconds: 'count' },
};
const kinds = Object.keys(layout) as Kind[];
const columns = kinds.map((kind) => Object.entries<Column>(layout[kind]));
const widest = 1 + Math.max(...columns.map((fields) => fields.length));
const mostTexts = 3 * batchEvents;

export interface TraceBatch {
  numbers: Float64Array<ArrayBuffer>;
  texts: string[];
}

/** @param events no more than `batchEvents` */
export function packEvents(events: readonly TraceEvent[]): TraceBatch {
  const numbers: number[] = [];
  const texts = new Map<string, number>();
  const place = (value: string): number => {
    const known = texts.get(value) ?? texts.size;
    texts.set(value, known);
    return known;
  };
  for (const event of events) {
    const kind = kinds.indexOf(event.kind);
    numbers.push(kind);
    const values = event as unknown as Record<string, number | string | boolean>;
    for (const [field, column] of columns[kind] ?? []) {
      const value = values[field];
      if (column === 'text') numbers.push(place(value as string));
      else if (column in words) numbers.push(words[column as keyof typeof words].indexOf(value as string));
      else numbers.push(Number(value));
    }
  }
  return { numbers: Float64Array.from(numbers), texts: [...texts.keys()] };
}

/** As it comes in: checked and unpacked; and as it was sent, which takes the least room to keep. */
export interface ReceivedEvents {
  list: readonly TraceEvent[];
  packed: TraceBatch;
}

/** @returns nothing where that is no batch of events */
export function unpackEvents({ numbers, texts }: TraceBatch): TraceEvent[] | undefined {
  const events: TraceEvent[] = [];
  for (let at = 0; at < numbers.length;) {
    const kind = numbers[at++] ?? NaN;
    const fields = columns[kind];
    if (fields === undefined || events.length >= batchEvents) return undefined;
    const event: Record<string, unknown> = { kind: kinds[kind] };
    for (const [field, column] of fields) {
      const value = valueOf(column, numbers[at++], texts);
      if (value === undefined) return undefined;
      event[field] = value;
    }
    events.push(event as unknown as TraceEvent);
  }
  return events;
}

function valueOf(column: Column, number: number | undefined, texts: readonly string[]): unknown {
  if (number === undefined) return undefined;
  switch (column) {
    case 'time':
      return Number.isFinite(number) ? number : undefined;
    case 'count':
      return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
    case 'flag':
      return number === 1 ? true : number === 0 ? false : undefined;
    case 'text':
      return texts[number];
    case 'outcome':
    case 'resourceAct':
    case 'timerAct':
      return words[column][number];
  }
}

export const traceBatch = v.pipe(
  v.object({
    numbers: v.custom<Float64Array<ArrayBuffer>>(
      (value) => value instanceof Float64Array && value.length <= widest * batchEvents,
      'numbers',
    ),
    texts: v.pipe(v.array(text(eventText)), v.maxLength(mostTexts)),
  }),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const events = unpackEvents(dataset.value);
    if (events !== undefined) return { list: events, packed: dataset.value } satisfies ReceivedEvents;
    addIssue({ message: 'events', expected: 'events' });
    return NEVER;
  }),
);
