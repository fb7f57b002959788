/**
 * The columns of an LLVM bitstream, which is what a precompiled header is: values that mean the same, the third operand of
 * all calls say, stand together, as then they pack to a third. Both sides, the one that takes a bitstream apart and the one
 * that puts it together, number the columns in the order in which they meet them, so no names need be kept.
 */

/** Operands past this many share a column. */
const mostOperands = 24;
/** Words of a table's row. */
export const mostWords = 4;

/** The columns of one kind of record, counted from its first. */
export const slot = {
  operand: (index: number): number => Math.min(index, mostOperands),
  /** How many operands, or elements of an array. */
  count: mostOperands + 1,
  /** What comes after such a record. */
  next: mostOperands + 2,
  blobLength: mostOperands + 3,
  /** 0: as it is; else it is a table, with rows of so many words. */
  blobForm: mostOperands + 4,
  blobBytes: mostOperands + 5,
  blobWords: mostOperands + 6,
} as const;

const slots = mostOperands + 6 + mostWords;

/** How a column's values are told from the ones before. */
export const told = {
  /** Each as it is. */
  plain: 0,
  /** By the difference to the one before. */
  difference: 1,
  /** As a place of a record, by the difference of the records' numbers; plus one, as a zero is a zero. */
  place: 2,
} as const;

/** LLVM's numbers of what can stand where a record is expected. */
export const item = { end: 0, enter: 1, define: 2, record: 3, firstAbbreviation: 4 } as const;
export const blockInfo = { block: 0, setBlock: 1 } as const;
/** Around everything. */
export const outermost = { block: -1, width: 2 } as const;

/** LLVM's numbers of the encodings of an abbreviation's operands. */
export const encoding = { literal: 0, fixed: 1, vbr: 2, array: 3, char6: 4, blob: 5 } as const;

export interface Operand {
  encoding: number;
  /** The bits of a number, or the literal. */
  value: number;
}

/** Numbers the kinds of records of one block, and by them their columns. */
export class BlockColumns {
  readonly #take: () => number;
  readonly #records: number[] = [];
  readonly #abbreviations: number[] = [];
  /** Those of what is no record: the codes, the blocks within, and what comes first. */
  readonly own: number;

  constructor(take: () => number) {
    this.#take = take;
    this.own = take();
  }

  ofRecord(code: number): number {
    return (this.#records[code] ??= this.#take());
  }

  ofAbbreviation(id: number): number {
    return (this.#abbreviations[id] ??= this.#take());
  }
}

export class ColumnPlan {
  readonly #blocks = new Map<number, BlockColumns>();
  #count = 0;
  /** Those of the abbreviations' definitions. */
  readonly definitions = this.#take();

  /** How many columns there are as yet. */
  get count(): number {
    return this.#count;
  }

  block(id: number): BlockColumns {
    let block = this.#blocks.get(id);
    if (block === undefined) this.#blocks.set(id, (block = new BlockColumns(() => this.#take())));
    return block;
  }

  #take(): number {
    const first = this.#count;
    this.#count += slots;
    return first;
  }
}
