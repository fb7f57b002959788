/** What was compiled ahead of the program that somebody works on: a few parts, each on top of the one before it. */
import { mostParts } from './arguments.ts';
import { lastCut } from './cut.ts';
import type { CompilerFiles } from './load.ts';
import { Preamble } from './preamble.ts';

/** As long a text is compiled in no time. */
const fewCharacters = 200;

export class Preambles {
  readonly #compiler: CompilerFiles;
  #last: Preamble | undefined;
  /** Does not compile by itself. */
  #failed = '';

  constructor(compiler: CompilerFiles) {
    this.#compiler = compiler;
  }

  /** The longest one that the text begins with. */
  of(source: string): Preamble | undefined {
    let found = this.#last;
    while (found !== undefined && !source.startsWith(found.text)) found = found.above;
    return found;
  }

  /** @returns how much of the text it covers then */
  prepare(source: string, limit: number): number {
    let above = this.of(source);
    const text = source.slice(0, lastCut(source, limit));
    const covered = above?.text.length ?? 0;
    if (text.length < covered + fewCharacters || text === this.#failed) return covered;
    // Few large parts rather than many small ones.
    if (above?.all.length === mostParts) above = undefined;
    const made = Preamble.make(this.#compiler, text, above);
    if (made === undefined) this.#failed = text;
    else this.#last = made;
    return made?.text.length ?? covered;
  }

  drop(): void {
    this.#last = undefined;
  }
}
