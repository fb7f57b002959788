/** Takes an LLVM bitstream apart into columns; `joinBitstream` puts it together again. */
import {
  blockInfo,
  ColumnPlan,
  encoding,
  item,
  outermost,
  slot,
  type BlockColumns,
  type Operand,
} from '../../compiler/bitstream/columns.ts';
import { BitReader } from './bit-reader.ts';
import { ColumnWriter } from './column-writer.ts';
import { Places } from './places.ts';

export function splitBitstream(bytes: Uint8Array): Uint8Array {
  return new Splitting(bytes).split();
}

class Splitting {
  readonly #columns = new ColumnWriter();
  readonly #plan = new ColumnPlan();
  readonly #bits: BitReader;
  readonly #abbreviations = new Map<number, Operand[][]>();
  readonly #places = new Places();

  constructor(bytes: Uint8Array) {
    this.#bits = new BitReader(bytes);
  }

  split(): Uint8Array {
    this.#columns.add(this.#plan.definitions, this.#bits.fixed(32));
    this.#block(outermost.block, outermost.width);
    return this.#columns.written(this.#bits.end / 32, this.#places.records);
  }

  #block(id: number, width: number): void {
    const bits = this.#bits;
    const kinds = this.#plan.block(id);
    const abbreviations = [...(this.#abbreviations.get(id) ?? [])];
    const begin = bits.at;
    let described = -1;
    let kind = kinds.own;
    while (bits.at < bits.end) {
      const place = bits.at - begin;
      const what = bits.fixed(width);
      this.#columns.add(kind + slot.next, what);
      if (what === item.end) return bits.align();
      if (what === item.enter) this.#enter(kinds);
      else if (what === item.define) {
        const defined = this.#define();
        if (id !== blockInfo.block) abbreviations.push(defined);
        else this.#abbreviations.set(described, [...(this.#abbreviations.get(described) ?? []), defined]);
      } else {
        this.#places.add(id, place);
        if (what === item.record) {
          const code = bits.vbr(6);
          this.#columns.add(kinds.own + slot.count, code);
          kind = kinds.ofRecord(code);
          const first = this.#record(kind);
          if (id === blockInfo.block && code === blockInfo.setBlock) described = first;
        } else {
          kind = kinds.ofAbbreviation(what);
          this.#abbreviated(kind, abbreviations[what - item.firstAbbreviation] ?? []);
        }
      }
    }
  }

  #enter(kinds: BlockColumns): void {
    const bits = this.#bits;
    const id = bits.vbr(8);
    const width = bits.vbr(4);
    this.#columns.add(kinds.own + slot.operand(0), id);
    this.#columns.add(kinds.own + slot.operand(1), width);
    bits.align();
    // The block's length, which shows by itself.
    bits.fixed(32);
    this.#block(id, width);
  }

  #define(): Operand[] {
    const bits = this.#bits;
    const { definitions } = this.#plan;
    const count = bits.vbr(5);
    this.#columns.add(definitions + slot.count, count);
    return Array.from({ length: count }, () => {
      const how = bits.fixed(1) === 1 ? encoding.literal : bits.fixed(3);
      const sized = how === encoding.fixed || how === encoding.vbr;
      const value = how === encoding.literal ? bits.vbr(8) : sized ? bits.vbr(5) : 0;
      this.#columns.add(definitions + slot.operand(1), how);
      this.#columns.add(definitions + slot.operand(2), value, bits.high);
      return { encoding: how, value };
    });
  }

  /** @returns its first operand */
  #record(kind: number): number {
    const bits = this.#bits;
    const count = bits.vbr(6);
    this.#columns.add(kind + slot.count, count);
    let first = 0;
    for (let i = 0; i < count; i++) {
      const value = bits.vbr(6);
      this.#columns.add(kind + slot.operand(i), value, bits.high);
      if (i === 0) first = value;
    }
    return first;
  }

  #abbreviated(kind: number, operands: Operand[]): void {
    for (const [i, operand] of operands.entries()) {
      const element = operands[i + 1];
      if (operand.encoding === encoding.blob) this.#blob(kind);
      else if (operand.encoding !== encoding.array || element === undefined)
        this.#scalar(operand, kind + slot.operand(i));
      else {
        const count = this.#bits.vbr(6);
        this.#columns.add(kind + slot.count, count);
        for (let j = 0; j < count; j++) this.#scalar(element, kind + slot.operand(i + 1 + j));
        // The element's encoding stands last.
        return;
      }
    }
  }

  #scalar({ encoding: how, value: width }: Operand, column: number): void {
    const bits = this.#bits;
    if (how === encoding.char6) this.#columns.add(column, bits.fixed(6));
    else if (width === 0 || how === encoding.literal) return;
    else this.#columns.add(column, how === encoding.fixed ? bits.fixed(width) : bits.vbr(width), bits.high);
  }

  #blob(kind: number): void {
    const length = this.#bits.vbr(6);
    this.#bits.align();
    const bytes = this.#bits.blob(length);
    const rowWords = this.#places.rowWordsOf(bytes);
    this.#columns.add(kind + slot.blobLength, length);
    this.#columns.add(kind + slot.blobForm, rowWords);
    if (rowWords === 0) this.#columns.addBytes(kind + slot.blobBytes, bytes);
    else this.#table(kind + slot.blobWords, new Uint32Array(bytes.slice().buffer), rowWords);
  }

  #table(first: number, words: Uint32Array, rowWords: number): void {
    for (let column = 0; column < rowWords; column++) {
      const values = words.filter((_, index) => index % rowWords === column);
      const isOfPlaces = this.#places.areIn(values);
      for (const value of values) {
        if (isOfPlaces) this.#columns.addPlace(first + column, this.#places.recordAt(value));
        else this.#columns.add(first + column, value);
      }
    }
  }
}
