/** Reads columns, each from its begin on: numbers in groups of seven bits, low ones first. */
import { told } from './columns.ts';
import { Damaged } from './damaged.ts';

export class ColumnReader {
  /** Of the latest number, the bits above the 32 low ones. */
  high = 0;
  readonly #data: Uint8Array;
  /** Where in `data` the next number of a column is. */
  readonly #at: Int32Array;
  readonly #told: Uint8Array;
  readonly #before: Int32Array;
  /** Of the words and the records that the bitstream has. */
  readonly words: number;
  readonly records: number;

  constructor(data: Uint8Array) {
    this.#data = data;
    this.#at = new Int32Array(3);
    this.#told = new Uint8Array(3);
    this.#before = new Int32Array(3);
    const [words, records, columns] = [this.next(0), this.next(0), this.next(0)];
    // A column's entry takes a byte at least.
    if (columns > data.length) throw new Damaged();
    const ways = new Uint8Array(columns);
    const lengths = new Int32Array(columns);
    for (let column = 0; column < columns; column++) {
      const entry = this.next(0);
      ways[column] = entry % 3;
      lengths[column] = Math.floor(entry / 3);
    }
    const at = new Int32Array(columns + 1);
    at[0] = this.#at[0] ?? 0;
    for (let column = 0; column < columns; column++) at[column + 1] = (at[column] ?? 0) + (lengths[column] ?? 0);
    if (at[columns] !== data.length) throw new Damaged();
    this.words = words;
    this.records = records;
    this.#at = at;
    this.#told = ways;
    this.#before = new Int32Array(columns);
  }

  /** The next number of a column: its 32 low bits. */
  next(column: number): number {
    const value = this.#number(column);
    if (this.#told[column] !== told.difference) return value;
    return (this.#before[column] = ((this.#before[column] ?? 0) + signed(value)) | 0) >>> 0;
  }

  /** For a column of places: the number of the record at the next of them, or nothing for a zero. */
  nextRecord(column: number): number | undefined {
    const value = this.#number(column);
    if (value === 0) return undefined;
    return (this.#before[column] = (this.#before[column] ?? 0) + signed(value - 1));
  }

  isOfPlaces(column: number): boolean {
    return this.#told[column] === told.place;
  }

  bytes(column: number, length: number): Uint8Array {
    const begin = this.#at[column] ?? 0;
    this.#at[column] = begin + length;
    if (begin + length > this.#data.length) throw new Damaged();
    return this.#data.subarray(begin, begin + length);
  }

  #number(column: number): number {
    const data = this.#data;
    let at = this.#at[column] ?? 0;
    let byte = data[at++] ?? 0;
    this.high = 0;
    let low = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = data[at++] ?? 0;
      if (shift < 28) low |= (byte & 127) << shift;
      else this.#addHigh(byte & 127, shift);
      if (shift === 28) low |= (byte & 127) << 28;
    }
    this.#at[column] = at;
    return low >>> 0;
  }

  #addHigh(bits: number, shift: number): void {
    if (shift === 28) this.high = bits >>> 4;
    else this.high = (this.high | (bits << (shift - 32))) >>> 0;
  }
}

function signed(value: number): number {
  return (value >>> 1) ^ -(value & 1);
}
