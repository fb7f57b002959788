/** Reads the file that a native program writes by ASYNCIO_TRACE, piece by piece; see docs/event-log.md. */
import type { TraceEvent } from '../api/types.ts';
import { DamagedTrace, lengthOf, recordSize, TraceDecoder } from './trace.ts';

const magic = new TextEncoder().encode('ASYNCLOG');
const headerSize = 16;
const version = 1;

/** Longer than any record is that the runtime writes. */
const longestRecord = 1 << 16;

/** It is none, or of a version that is not known. */
export class ForeignFile extends Error {
  override readonly name = 'ForeignFile';
}

export class EventLogReader {
  readonly #decoder = new TraceDecoder();
  #rest: Uint8Array = new Uint8Array();
  #isBegun = false;
  #hasEnded = false;

  /** Whether it has come to where nothing was written any more. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /**
   * @returns the events that the pieces so far hold whole
   * @throws ForeignFile
   * @throws DamagedTrace for what the runtime does not write; events before that are lost, so pieces are best small
   */
  read(piece: Uint8Array): TraceEvent[] {
    if (this.#hasEnded) return [];
    let bytes = joined(this.#rest, piece);
    if (!this.#isBegun) {
      if (bytes.length < headerSize) {
        this.#rest = bytes;
        return [];
      }
      checkHeader(bytes);
      this.#isBegun = true;
      bytes = bytes.subarray(headerSize);
    }
    const whole = this.#wholeRecords(bytes);
    this.#rest = bytes.slice(whole);
    return this.#decoder.decode(bytes.subarray(0, whole));
  }

  /** After the last piece. @throws ForeignFile @throws DamagedTrace if a record is cut */
  finish(): void {
    if (!this.#isBegun) checkHeader(this.#rest);
    if (!this.#hasEnded && this.#rest.length > 0) throw new DamagedTrace('its last record is cut');
  }

  /** @returns their length */
  #wholeRecords(bytes: Uint8Array): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    while (at + recordSize <= bytes.length) {
      const length = lengthOf(view, at);
      if (length === undefined) {
        this.#hasEnded = true;
        return at;
      }
      if (length > longestRecord) throw new DamagedTrace('a string is too long');
      if (at + length > bytes.length) return at;
      at += length;
    }
    return at;
  }
}

function checkHeader(bytes: Uint8Array): void {
  const begins = bytes.length >= headerSize && magic.every((byte, at) => bytes[at] === byte);
  if (!begins) throw new ForeignFile('This file is no recording: a program writes one where ASYNCIO_TRACE names it.');
  const its = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true);
  if (its !== version)
    throw new ForeignFile(`This recording is of version ${its} of the format; this page reads ${version}.`);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
