/** Decodes the records of docs/event-log.md. */
import { resourceActs, timerActs } from '../api/trace-records.ts';
import type { TraceEvent } from '../api/types.ts';

export const recordSize = 32;
const kinds = {
  string: 1,
  iteration: 2,
  created: 3,
  stepBegin: 4,
  stepEnd: 5,
  suspended: 6,
  woken: 7,
  cancelRequested: 8,
  done: 9,
  renamed: 10,
  frame: 11,
  dropped: 12,
  used: 13,
  timer: 14,
} as const;
/** The runtime sends no longer one; see event_encoder.hpp. */
const longestString = 4096;
/** All strings of a run together. What comes after that is shown as nothing. */
const mostStringBytes = 16 << 20;
const outcomes = ['returned', 'failed', 'cancelled'] as const;

/** The program sent a trace of its own making. */
export class DamagedTrace extends Error {
  override readonly name = 'DamagedTrace';
  /** In a few words. */
  readonly how: string;

  constructor(how: string) {
    super(`the program sent a damaged trace to the host (${how})`);
    this.how = how;
  }
}

/**
 * How long the record at a place is, its string included. Nothing at the end of what was written: there the kind is 0.
 * @param view of at least one record from there on
 */
export function lengthOf(view: DataView, at: number): number | undefined {
  const kind = view.getUint8(at);
  if (kind === 0) return undefined;
  return kind === kinds.string ? recordSize + Math.ceil(view.getUint32(at + 20, true) / 8) * 8 : recordSize;
}

/** Keeps the strings that a program has sent, so batches must come in order. */
export class TraceDecoder {
  readonly #strings = new Map<number, string>([[0, '']]);
  readonly #utf8 = new TextDecoder();
  #room = mostStringBytes;

  /** @throws DamagedTrace for what the runtime does not send */
  decode(batch: Uint8Array): TraceEvent[] {
    const events: TraceEvent[] = [];
    const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
    let at = 0;
    while (at < batch.length) {
      if (at + recordSize > batch.length) throw new DamagedTrace('a record is cut');
      if (view.getUint8(at) === kinds.string) {
        at += this.#learn(batch, view, at);
      } else {
        events.push(this.#event(view, at));
        at += recordSize;
      }
    }
    return events;
  }

  /** @returns the length of the record with its string. */
  #learn(batch: Uint8Array, view: DataView, at: number): number {
    const length = view.getUint32(at + 20, true);
    const begin = at + recordSize;
    if (length > longestString || begin + length > batch.length) throw new DamagedTrace('a string is too long');
    this.#room -= length;
    if (this.#room >= 0) {
      this.#strings.set(view.getUint32(at + 16, true), this.#utf8.decode(batch.slice(begin, begin + length)));
    }
    return lengthOf(view, at) ?? recordSize;
  }

  #event(view: DataView, at: number): TraceEvent {
    const detail = view.getUint8(at + 1);
    const task = view.getUint32(at + 4, true);
    const time = view.getFloat64(at + 8, true);
    if (!Number.isFinite(time)) throw new DamagedTrace('a time is none');
    const a = view.getUint32(at + 16, true);
    const b = view.getUint32(at + 20, true);
    const c = view.getUint32(at + 24, true);
    const d = view.getUint32(at + 28, true);
    const kind = view.getUint8(at);
    switch (kind) {
      case kinds.iteration:
        return { kind: 'iteration', time, number: a, ready: b };
      case kinds.created:
        return {
          kind: 'created',
          time,
          task,
          name: this.#string(a),
          parent: b,
          eager: detail === 1,
          coroutine: this.#string(c),
          place: d,
        };
      case kinds.stepBegin:
        return { kind: 'stepBegin', time, task };
      case kinds.stepEnd:
        return { kind: 'stepEnd', time, task };
      case kinds.suspended:
        return { kind: 'suspended', time, task, what: this.#string(a), awaited: b, place: c };
      case kinds.woken:
        return { kind: 'woken', time, task, by: a };
      case kinds.cancelRequested:
        return { kind: 'cancelRequested', time, task, by: a, message: this.#string(b) };
      case kinds.done:
        return {
          kind: 'done',
          time,
          task,
          outcome: outcomes[detail] ?? 'returned',
          type: this.#string(a),
          message: this.#string(b),
        };
      case kinds.renamed:
        return { kind: 'renamed', time, task, name: this.#string(a) };
      case kinds.frame: {
        const column = view.getUint16(at + 2, true);
        const [name, file] = [this.#string(b), this.#string(c)];
        return { kind: 'frame', time, frame: task, column, caller: a, function: name, file, line: d };
      }
      case kinds.dropped:
        return { kind: 'dropped', time, count: a };
      case kinds.used: {
        const type = view.getUint16(at + 2, true);
        const act = resourceActs[detail];
        if (act === undefined) throw new DamagedTrace('something unknown is done with a resource');
        return { kind: 'used', time, task, act, type, resource: a, level: b, place: c };
      }
      case kinds.timer: {
        const act = timerActs[detail];
        if (act === undefined) throw new DamagedTrace('something unknown is done with a timer');
        return { kind: 'timer', time, act, timer: a, seconds: b, nanoseconds: c };
      }
      default:
        throw new DamagedTrace(`a record is of an unknown kind (${kind})`);
    }
  }

  #string(id: number): string {
    return this.#strings.get(id) ?? '';
  }
}
