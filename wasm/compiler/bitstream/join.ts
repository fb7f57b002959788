/** Makes a bitstream of its columns, bit by bit as it was. */
import { BitWriter } from './bit-writer.ts';
import { ColumnReader } from './column-reader.ts';
import {
  blockInfo,
  ColumnPlan,
  encoding,
  item,
  mostWords,
  outermost,
  slot,
  type BlockColumns,
  type Operand,
} from './columns.ts';
import { Damaged } from './damaged.ts';

/** @throws Damaged */
export function joinBitstream(columns: Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    return new Joining(columns).join();
  } catch (error) {
    // A range error: blocks nested without end, or an array as large as none can be.
    throw error instanceof Damaged ? error : new Damaged();
  }
}

const maxWords = 1 << 26;
// Looked up once, not for each of millions of values.
const { operand: operandSlot, count: countSlot, next: nextSlot } = slot;
const { literal, fixed, vbr, char6 } = encoding;

class Joining {
  readonly #columns: ColumnReader;
  readonly #plan = new ColumnPlan();
  readonly #bits: BitWriter;
  /** Those that a block has from its begin on. */
  readonly #abbreviations = new Map<number, Operand[][]>();
  /** Where each record begins, in bits from the begin of its block. */
  readonly #places: Uint32Array;
  #records = 0;

  constructor(columns: Uint8Array) {
    this.#columns = new ColumnReader(columns);
    const { words, records } = this.#columns;
    if (words > maxWords || records > words * 32) throw new Damaged();
    this.#bits = new BitWriter(words);
    this.#places = new Uint32Array(records);
  }

  join(): Uint8Array<ArrayBuffer> {
    // The four letters that say what it is.
    this.#bits.fixed(this.#columns.next(this.#plan.definitions), 32);
    this.#block(outermost.block, outermost.width);
    if (this.#bits.bitsLeft !== 0) throw new Damaged();
    return this.#bits.bytes;
  }

  #block(id: number, width: number): void {
    if (width < 2 || width > 32) throw new Damaged();
    const bits = this.#bits;
    const kinds = this.#plan.block(id);
    const abbreviations = [...(this.#abbreviations.get(id) ?? [])];
    const begin = bits.bitsWritten;
    let described = -1;
    let kind = kinds.own;
    while (bits.bitsLeft > 0) {
      const place = bits.bitsWritten - begin;
      const what = this.#columns.next(kind + nextSlot);
      bits.fixed(what, width);
      if (what === item.end) return bits.align();
      if (what === item.enter) this.#enter(kinds);
      else if (what === item.define) {
        const defined = this.#define();
        if (id !== blockInfo.block) abbreviations.push(defined);
        else this.#abbreviations.set(described, [...(this.#abbreviations.get(described) ?? []), defined]);
      } else {
        this.#places[this.#records++] = place;
        if (what === item.record) {
          const code = this.#columns.next(kinds.own + countSlot);
          kind = kinds.ofRecord(code);
          const first = this.#record(code, kind);
          if (id === blockInfo.block && code === blockInfo.setBlock) described = first;
        } else {
          kind = kinds.ofAbbreviation(what);
          this.#abbreviated(kind, abbreviations[what - item.firstAbbreviation]);
        }
      }
    }
    if (id !== outermost.block) throw new Damaged();
  }

  #enter(kinds: BlockColumns): void {
    const bits = this.#bits;
    const id = this.#columns.next(kinds.own + operandSlot(0));
    const width = this.#columns.next(kinds.own + operandSlot(1));
    bits.vbr(id, 0, 8);
    bits.vbr(width, 0, 4);
    bits.align();
    const length = bits.wordsWritten;
    bits.fixed(0, 32);
    this.#block(id, width);
    bits.patch(length, bits.wordsWritten - length - 1);
  }

  #define(): Operand[] {
    const bits = this.#bits;
    const { definitions } = this.#plan;
    const count = this.#count(definitions);
    bits.vbr(count, 0, 5);
    const operands: Operand[] = [];
    for (let i = 0; i < count; i++) {
      const how = this.#columns.next(definitions + operandSlot(1));
      const value = this.#columns.next(definitions + operandSlot(2));
      bits.fixed(how === literal ? 1 : 0, 1);
      if (how === literal) bits.vbr(value, this.#columns.high, 8);
      else bits.fixed(how, 3);
      if (how === fixed || how === vbr) bits.vbr(value, 0, 5);
      if (how > encoding.blob || (how !== literal && value > 32) || (how === vbr && value === 1)) throw new Damaged();
      operands.push({ encoding: how, value });
    }
    return operands;
  }

  /** @returns its first operand */
  #record(code: number, kind: number): number {
    const bits = this.#bits;
    const columns = this.#columns;
    const count = this.#count(kind);
    bits.vbr(code, 0, 6);
    bits.vbr(count, 0, 6);
    let first = 0;
    for (let i = 0; i < count; i++) {
      const value = columns.next(kind + operandSlot(i));
      bits.vbr(value, columns.high, 6);
      if (i === 0) first = value;
    }
    return first;
  }

  #abbreviated(kind: number, operands: Operand[] | undefined): void {
    if (operands === undefined) throw new Damaged();
    for (let i = 0; i < operands.length; i++) {
      const operand = operands[i];
      if (operand === undefined) throw new Damaged();
      if (operand.encoding === encoding.blob) this.#blob(kind);
      else if (operand.encoding !== encoding.array) this.#scalar(operand, kind + operandSlot(i));
      else {
        const element = operands[++i];
        if (element === undefined) throw new Damaged();
        const count = this.#count(kind);
        this.#bits.vbr(count, 0, 6);
        for (let j = 0; j < count; j++) this.#scalar(element, kind + operandSlot(i + j));
      }
    }
  }

  #scalar({ encoding: how, value: width }: Operand, column: number): void {
    const columns = this.#columns;
    if (how === char6) this.#bits.fixed(columns.next(column), 6);
    else if (width === 0 || how === literal) return;
    else if (how === fixed) this.#bits.fixed(columns.next(column), width);
    else if (how === vbr) {
      const value = columns.next(column);
      this.#bits.vbr(value, columns.high, width);
    }
  }

  #blob(kind: number): void {
    const bits = this.#bits;
    const length = this.#columns.next(kind + slot.blobLength);
    const form = this.#columns.next(kind + slot.blobForm);
    if (length * 8 > bits.bitsLeft) throw new Damaged();
    bits.vbr(length, 0, 6);
    bits.align();
    if (form === 0) bits.blob(this.#columns.bytes(kind + slot.blobBytes, length));
    else if (form <= mostWords) this.#table(kind + slot.blobWords, length / 4, form);
    else throw new Damaged();
  }

  #table(column: number, words: number, rowWords: number): void {
    for (let i = 0; i < words; i++) this.#bits.fixed(this.#word(column + (i % rowWords)), 32);
  }

  #word(column: number): number {
    if (!this.#columns.isOfPlaces(column)) return this.#columns.next(column);
    const record = this.#columns.nextRecord(column);
    return record === undefined ? 0 : (this.#places[record] ?? 0);
  }

  /** Of operands or elements: each takes a bit at least, so no more than there is room for. */
  #count(kind: number): number {
    const count = this.#columns.next(kind + countSlot);
    if (count > this.#bits.bitsLeft) throw new Damaged();
    return count;
  }
}
