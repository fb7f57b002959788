/** What a program prints: decoded chunk by chunk, and counted. */

export type Stream = 'stdout' | 'stderr';

export class Output {
  readonly #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  readonly #write: (stream: Stream, text: string) => void;
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number, write: (stream: Stream, text: string) => void) {
    this.#maxBytes = maxBytes;
    this.#write = write;
  }

  /** @returns false if that is more than may be printed; what was allowed is passed on. */
  write(stream: Stream, bytes: Uint8Array): boolean {
    const room = this.#maxBytes - this.#bytes;
    this.#bytes += bytes.length;
    // A character may lie across two chunks: the decoder keeps its first half.
    this.#pass(stream, this.#decoders[stream].decode(bytes.slice(0, Math.max(room, 0)), { stream: true }));
    return bytes.length <= room;
  }

  /** Passes on what is left of a character that never ended. */
  end(): void {
    for (const stream of ['stdout', 'stderr'] as const) this.#pass(stream, this.#decoders[stream].decode());
  }

  #pass(stream: Stream, text: string): void {
    if (text !== '') this.#write(stream, text);
  }
}
