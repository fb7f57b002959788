/** Standard input that is given piece by piece, while the program runs or before. */
import type { StandardInput } from '../api/types.ts';

export class InputQueue implements StandardInput {
  readonly #pieces: Uint8Array[] = [];
  #ended = false;
  /** Of the read that waits. */
  #wake: (() => void) | undefined;
  /** Called when the program begins to wait for more. */
  onAwaited: () => void = () => {};

  give(text: string): void {
    const bytes = new TextEncoder().encode(text);
    if (this.#ended || bytes.length === 0) return;
    this.#pieces.push(bytes);
    this.#resume();
  }

  /** Nothing more follows. */
  end(): void {
    this.#ended = true;
    this.#resume();
  }

  read(most: number): Uint8Array | Promise<Uint8Array> {
    const [first] = this.#pieces;
    if (first === undefined) return this.#ended ? new Uint8Array() : this.#readLater(most);
    const piece = first.subarray(0, most);
    if (piece.length === first.length) this.#pieces.shift();
    else this.#pieces[0] = first.subarray(most);
    return piece;
  }

  async #readLater(most: number): Promise<Uint8Array> {
    const given = new Promise<void>((resolve) => (this.#wake = resolve));
    this.onAwaited();
    await given;
    return this.read(most);
  }

  #resume(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
