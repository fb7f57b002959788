/** Gathers what a Python program writes, which is many small pieces, into few messages; and stops when it is too much. */
import type { OutputStream } from '../../protocol/messages.ts';
import { pythonChunk, pythonCharacters } from '../../protocol/limits.ts';

/** How long a piece waits for others. */
const waitMs = 50;

export class PythonOutput {
  readonly #send: (stream: OutputStream, text: string) => void;
  #stream: OutputStream = 'stdout';
  #text = '';
  #since = 0;
  #left = pythonCharacters;

  constructor(send: (stream: OutputStream, text: string) => void) {
    this.#send = send;
  }

  /** The program never yields to this Worker's loop, so what is due is sent by the next piece. */
  add(stream: OutputStream, text: string): void {
    if (stream !== this.#stream) this.flush();
    this.#stream = stream;
    if (this.#text === '') this.#since = performance.now();
    this.#text += text.slice(0, this.#left);
    this.#left -= Math.min(text.length, this.#left);
    if (this.#text.length >= pythonChunk || performance.now() - this.#since > waitMs) this.flush();
  }

  flush(): void {
    for (let at = 0; at < this.#text.length; at += pythonChunk)
      this.#send(this.#stream, this.#text.slice(at, at + pythonChunk));
    this.#text = '';
  }
}
