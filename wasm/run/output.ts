/** What a program prints, decoded chunk by chunk. */

export type Stream = 'stdout' | 'stderr';

/** A program may write its whole memory at once: no string is as long. */
const longestPiece = 1 << 16;

export class Output {
  readonly #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  readonly #write: (stream: Stream, text: string) => void;

  constructor(write: (stream: Stream, text: string) => void) {
    this.#write = write;
  }

  write(stream: Stream, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += longestPiece) {
      // A character may lie across two pieces: the decoder keeps its first half.
      const piece = bytes.slice(at, at + longestPiece);
      this.#pass(stream, this.#decoders[stream].decode(piece, { stream: true }));
    }
  }

  /** Passes on what is left of a character that never ended. */
  end(): void {
    for (const stream of ['stdout', 'stderr'] as const) this.#pass(stream, this.#decoders[stream].decode());
  }

  #pass(stream: Stream, text: string): void {
    if (text !== '') this.#write(stream, text);
  }
}
