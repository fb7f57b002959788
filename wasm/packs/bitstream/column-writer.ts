/** Gathers the values of columns, and writes each the way that it will likely pack best. */
import { told } from '../../compiler/bitstream/columns.ts';

/** Numbers in groups of seven bits, low ones first. */
class Numbers {
  #bytes = new Uint8Array(16);
  #length = 0;

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  add(low: number, high = 0): void {
    let rest = low;
    let above = high;
    while (above !== 0 || rest > 127) {
      this.#push((rest & 127) | 128);
      rest = ((rest >>> 7) | (above << 25)) >>> 0;
      above >>>= 7;
    }
    this.#push(rest);
  }

  addBytes(bytes: Uint8Array): void {
    for (const byte of bytes) this.#push(byte);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(2 * this.#length);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = byte;
  }
}

class Column {
  readonly #plain = new Numbers();
  readonly #differences = new Numbers();
  #before = 0;
  /** Numbers of more than 32 bits, bytes and places are written one way alone. */
  #way: number | undefined;

  add(low: number, high: number): void {
    this.#plain.add(low, high);
    if (high !== 0) this.#way = told.plain;
    this.#differences.add(unsigned((low - this.#before) | 0));
    this.#before = low;
  }

  addBytes(bytes: Uint8Array): void {
    this.#way = told.plain;
    this.#plain.addBytes(bytes);
  }

  /** @param record its number, or nothing for a zero */
  addPlace(record: number | undefined): void {
    this.#way = told.place;
    if (record === undefined) return this.#plain.add(0);
    this.#plain.add(unsigned(record - this.#before) + 1);
    this.#before = record;
  }

  written(): { way: number; bytes: Uint8Array } {
    const plain = this.#plain.bytes;
    const differences = this.#differences.bytes;
    const way = this.#way ?? (bitsOf(differences) < bitsOf(plain) ? told.difference : told.plain);
    return { way, bytes: way === told.difference ? differences : plain };
  }
}

export class ColumnWriter {
  readonly #columns: Column[] = [];

  add(column: number, low: number, high = 0): void {
    this.#at(column).add(low, high);
  }

  addBytes(column: number, bytes: Uint8Array): void {
    this.#at(column).addBytes(bytes);
  }

  addPlace(column: number, record: number | undefined): void {
    this.#at(column).addPlace(record);
  }

  /** @param words @param records that the bitstream has */
  written(words: number, records: number): Uint8Array {
    const columns = Array.from(this.#columns, (column) => column?.written() ?? { way: 0, bytes: new Uint8Array(0) });
    const head = new Numbers();
    for (const number of [words, records, columns.length]) head.add(number);
    for (const { way, bytes } of columns) head.add(3 * bytes.length + way);
    return Buffer.concat([head.bytes, ...columns.map(({ bytes }) => bytes)]);
  }

  #at(column: number): Column {
    return (this.#columns[column] ??= new Column());
  }
}

/** Small ones stay small, whatever their sign. */
function unsigned(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

/** What the bytes would take if each were packed by how often it is met. */
function bitsOf(bytes: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts.reduce((bits, count) => (count === 0 ? bits : bits - count * Math.log2(count / bytes.length)), 0);
}
