/** Reads numbers as LLVM's bitstreams hold them. */
export class BitReader {
  /** In bits. */
  at = 0;
  /** Of the latest number, the bits above the 32 low ones. */
  high = 0;
  readonly #bytes: Uint8Array;
  readonly #words: Uint32Array;

  /** @param bytes whole words of four */
  constructor(bytes: Uint8Array) {
    // A copy, and no Buffer, the slices of which are none.
    this.#bytes = new Uint8Array(bytes);
    this.#words = new Uint32Array(this.#bytes.buffer);
  }

  get end(): number {
    return this.#words.length * 32;
  }

  fixed(width: number): number {
    this.high = 0;
    if (width === 0) return 0;
    const index = this.at >>> 5;
    const used = this.at & 31;
    let value = (this.#words[index] ?? 0) >>> used;
    if (used + width > 32) value |= (this.#words[index + 1] ?? 0) << (32 - used);
    this.at += width;
    return width === 32 ? value >>> 0 : (value & ((1 << width) - 1)) >>> 0;
  }

  vbr(width: number): number {
    const more = 2 ** (width - 1);
    const first = this.fixed(width);
    return first < more ? first : this.#longVbr(first % more, width);
  }

  #longVbr(first: number, width: number): number {
    const more = 2 ** (width - 1);
    let value = BigInt(first);
    for (let shift = BigInt(width - 1); ; shift += BigInt(width - 1)) {
      const group = this.fixed(width);
      value |= BigInt(group % more) << shift;
      if (group < more) break;
    }
    this.high = Number(value >> 32n);
    return Number(value & 0xffff_ffffn);
  }

  align(): void {
    this.at = Math.ceil(this.at / 32) * 32;
  }

  /** From a word's begin up to the next. */
  blob(length: number): Uint8Array {
    const begin = this.at / 8;
    this.at += length * 8;
    this.align();
    return this.#bytes.subarray(begin, begin + length);
  }
}
