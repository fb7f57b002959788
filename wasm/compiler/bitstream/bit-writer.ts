/** Writes numbers as LLVM's bitstreams hold them. What goes past the end is dropped: see `isPast`. */
export class BitWriter {
  readonly #words: Uint32Array<ArrayBuffer>;
  #at = 0;
  #word = 0;
  /** Of the word that is being written. */
  #used = 0;

  constructor(words: number) {
    this.#words = new Uint32Array(words);
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#words.buffer);
  }

  get bitsWritten(): number {
    return this.#at * 32 + this.#used;
  }

  get bitsLeft(): number {
    return this.#words.length * 32 - this.bitsWritten;
  }

  /** @param width up to 32; the value has no bits beyond it */
  fixed(value: number, width: number): void {
    const used = this.#used;
    this.#word |= value << used;
    if (used + width < 32) {
      this.#used = used + width;
      return;
    }
    this.#words[this.#at++] = this.#word;
    // A shift by 32 is none in JavaScript.
    this.#word = used === 0 ? 0 : value >>> (32 - used);
    this.#used = used + width - 32;
  }

  /** A number in groups of `width` bits, the first of which says that more follow. */
  vbr(low: number, high: number, width: number): void {
    const more = (1 << (width - 1)) >>> 0;
    let rest = low;
    let above = high;
    // Most have two groups, which go in one step.
    if (above === 0 && rest >= more && width <= 16 && rest < more * more) {
      this.fixed((rest & (more - 1)) | more | ((rest >>> (width - 1)) << width), 2 * width);
      return;
    }
    while (above !== 0 || rest >= more) {
      this.fixed((rest & (more - 1)) | more, width);
      rest = ((rest >>> (width - 1)) | (above << (33 - width))) >>> 0;
      above >>>= width - 1;
    }
    this.fixed(rest, width);
  }

  align(): void {
    if (this.#used > 0) this.fixed(0, 32 - this.#used);
  }

  /** At a word's begin. */
  blob(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.#at * 4);
    this.#at += Math.ceil(bytes.length / 4);
  }

  /** Puts a word where there is one already. */
  patch(at: number, word: number): void {
    this.#words[at] = word;
  }

  get wordsWritten(): number {
    return this.#at;
  }
}
