/**
 * Gathers what a program writes into few messages, inside the run's Worker.
 *
 * A program that never yields stops the Worker's timers, so what waits in a batch could be lost when it prints a little
 * and then loops for ever. Hence a batch is also posted as soon as it holds 1/64 of what was already sent: the first lines
 * leave at once, a flood takes a few hundred messages in all, and never more than 2 % of the output is waiting.
 */
import type { OutputChunk, OutputStream } from '../protocol/messages.ts';

const LONGEST_WAIT_MS = 8;
const SHARE_OF_SENT = 64;

export class OutputBatcher {
  #chunks: OutputChunk[] = [];
  #waiting = 0;
  #sent = 0;
  #lastPost = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #post: (chunks: OutputChunk[]) => void;
  readonly #now: () => number;

  constructor(post: (chunks: OutputChunk[]) => void, now: () => number = () => performance.now()) {
    this.#post = post;
    this.#now = now;
  }

  add(stream: OutputStream, text: string, time: number): void {
    const last = this.#chunks.at(-1);
    if (last?.stream === stream && !last.text.includes('\n')) last.text += text;
    else this.#chunks.push({ stream, text, time });
    this.#waiting += text.length;
    const due = this.#waiting * SHARE_OF_SENT >= this.#sent || this.#now() - this.#lastPost >= LONGEST_WAIT_MS;
    if (due) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), LONGEST_WAIT_MS);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#chunks.length === 0) return;
    const chunks = this.#chunks;
    this.#chunks = [];
    this.#sent += this.#waiting;
    this.#waiting = 0;
    this.#lastPost = this.#now();
    this.#post(chunks);
  }
}
