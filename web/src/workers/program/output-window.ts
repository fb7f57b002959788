/**
 * What a program has printed and the page was not sent yet: all of the beginning, and after that the latest lines only. What
 * falls out between the two is counted.
 */
import type { OutputChunk, OutputStream, Skipped } from '../../protocol/messages.ts';
import { headLines, lineCharacters, tailLines } from '../../protocol/limits.ts';

/** Of the beginning, and of the lines that wait. */
const mostCharacters = 256 * 1024;

export interface OutputBatch {
  chunks: OutputChunk[];
  /** What was left out before the first of them. */
  skipped: Skipped;
}

export class OutputWindow {
  #chunks: OutputChunk[] = [];
  #characters = 0;
  #skipped: Skipped = { lines: 0, characters: 0 };
  /** What may still be kept whatever it is. */
  #headLines = headLines;
  #headPieces = tailLines;
  #headCharacters = mostCharacters;
  /** Whether each stream's latest text ended with a carriage return: what follows is written over its line. */
  readonly #returned: Record<OutputStream, boolean> = { stdout: false, stderr: false };
  /** How long the line is that each stream is in the middle of. */
  readonly #lineLengths: Record<OutputStream, number> = { stdout: 0, stderr: 0 };

  get isEmpty(): boolean {
    return this.#chunks.length === 0;
  }

  get characters(): number {
    return this.#characters;
  }

  /** Whether the beginning is not full yet. */
  get isBeginning(): boolean {
    return this.#headLines > 0 && this.#headPieces > 0 && this.#headCharacters > 0;
  }

  /** @returns what was not added, as it is no part of the beginning any more: that is to be taken first. */
  add(stream: OutputStream, text: string, time: number): string {
    const began = this.isBeginning;
    let from = 0;
    while (from < text.length && this.isBeginning === began) {
      const newline = text.indexOf('\n', from);
      const to = newline < 0 ? text.length : newline;
      this.#addPiece(stream, text.slice(from, to), newline >= 0, time);
      from = to + 1;
    }
    this.#trim();
    return text.slice(from);
  }

  take(): OutputBatch {
    this.#trim(tailLines);
    const batch = { chunks: this.#chunks, skipped: this.#skipped };
    this.#chunks = [];
    this.#characters = 0;
    this.#skipped = { lines: 0, characters: 0 };
    return batch;
  }

  #addPiece(stream: OutputStream, written: string, ends: boolean, time: number): void {
    const piece = this.#startedAnew(stream, written, ends);
    const kept = piece.slice(0, Math.max(0, lineCharacters - this.#lineLengths[stream]));
    const cut = piece.length - kept.length;
    this.#lineLengths[stream] = ends ? 0 : this.#lineLengths[stream] + piece.length;
    const text = ends ? `${kept}\n` : kept;
    const last = this.#chunks.at(-1);
    if (last?.stream === stream && !last.text.endsWith('\n')) {
      last.text += text;
      if (cut > 0) last.cut = (last.cut ?? 0) + cut;
    } else {
      this.#chunks.push({ stream, text, time, ...(cut > 0 ? { cut } : {}) });
      this.#headPieces -= 1;
    }
    this.#characters += text.length;
    this.#headCharacters -= text.length;
    if (ends) this.#headLines -= 1;
  }

  /**
   * After a carriage return a line begins anew, and so does what is counted of it. What it is written over is not sent any more where
   * it is still here: a progress bar may be drawn a million times in one line.
   */
  #startedAnew(stream: OutputStream, written: string, ends: boolean): string {
    const whole = this.#returned[stream] && written !== '' ? `\r${written}` : written;
    const text = withoutReturns(whole);
    this.#returned[stream] = !ends && (text.length < whole.length || (this.#returned[stream] && written === ''));
    const at = text.lastIndexOf('\r');
    if (at < 0) return text;
    this.#lineLengths[stream] = 0;
    const last = this.#chunks.at(-1);
    if (last?.stream === stream && !last.text.endsWith('\n')) {
      this.#characters -= last.text.length;
      last.text = '';
      delete last.cut;
    }
    return text.slice(at);
  }

  /** With slack, as each call moves what is kept. */
  #trim(most: number = 2 * tailLines): void {
    if (this.#chunks.length <= most && this.#characters <= 2 * mostCharacters) return;
    let drop = Math.max(0, this.#chunks.length - tailLines);
    let characters = this.#characters;
    for (const { text } of this.#chunks.slice(0, drop)) characters -= text.length;
    while (characters > mostCharacters && drop < this.#chunks.length - 1) {
      characters -= this.#chunks[drop]?.text.length ?? 0;
      drop += 1;
    }
    for (const { text, cut = 0 } of this.#chunks.splice(0, drop)) {
      this.#skipped.characters += text.length + cut;
      if (text.endsWith('\n')) this.#skipped.lines += 1;
    }
    this.#characters = characters;
  }
}

/** Without those at its end. */
function withoutReturns(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === '\r') end -= 1;
  return text.slice(0, end);
}
