/** Where the records of a bitstream are, and which of its blobs are tables of that: Clang's of declarations and types. */
import { mostWords } from '../../compiler/bitstream/columns.ts';

/** Of so few words anything may be true. */
const leastWords = 256;

export class Places {
  /** By block, the record at each place. */
  readonly #blocks = new Map<number, Map<number, number>>();
  #records = 0;

  get records(): number {
    return this.#records;
  }

  add(block: number, place: number): void {
    let records = this.#blocks.get(block);
    if (records === undefined) this.#blocks.set(block, (records = new Map<number, number>()));
    records.set(place, this.#records++);
  }

  recordAt(place: number): number | undefined {
    return this.#largest.get(place);
  }

  /** Whether these are places of records, or zeros. */
  areIn(words: Uint32Array): boolean {
    const records = this.#largest;
    return words.some((word) => word !== 0) && words.every((word) => word === 0 || records.has(word));
  }

  /** How many words a row has of a table that holds places, or 0. */
  rowWordsOf(blob: Uint8Array): number {
    if (blob.length % 4 !== 0 || blob.length < 4 * leastWords) return 0;
    const words = new Uint32Array(blob.slice().buffer);
    for (let rowWords = 1; rowWords <= mostWords; rowWords++) {
      for (let column = 0; column < rowWords; column++) {
        if (this.areIn(words.filter((_, index) => index % rowWords === column))) return rowWords;
      }
    }
    return 0;
  }

  get #largest(): Map<number, number> {
    let largest = new Map<number, number>();
    for (const records of this.#blocks.values()) if (records.size > largest.size) largest = records;
    return largest;
  }
}
