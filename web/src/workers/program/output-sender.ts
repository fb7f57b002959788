/**
 * Sends what a program writes to the page in few messages, and no more than the page can show.
 *
 * A program that never yields stops the Worker's timers, so what waits could be lost when it prints a little and then loops
 * for ever. Hence a message leaves also as soon as it holds 1/64 of what was already sent, for as long as all of the output
 * is kept.
 */
import type { OutputStream } from '../../protocol/messages.ts';
import { Outlet } from './outlet.ts';
import { OutputWindow, type OutputBatch } from './output-window.ts';

const longestWaitMs = 8;
const shareOfSent = 64;

export class OutputSender {
  readonly outlet = new Outlet();
  readonly #window = new OutputWindow();
  readonly #post: (batch: OutputBatch) => void;
  readonly #now: () => number;
  #sent = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(post: (batch: OutputBatch) => void, now: () => number = () => performance.now()) {
    this.#post = post;
    this.#now = now;
    this.outlet.onReady = () => this.#wakeSoon();
  }

  add(stream: OutputStream, text: string, time: number): void {
    const began = this.#window.isBeginning;
    for (let rest = this.#window.add(stream, text, time); rest !== '';) {
      this.flush();
      rest = this.#window.add(stream, rest, time);
    }
    if (began ? this.#isDueAtBeginning() : this.#timer !== undefined && this.outlet.mayPost(this.#now())) this.flush();
    else this.#wakeSoon();
  }

  #isDueAtBeginning(): boolean {
    return !this.#window.isBeginning || this.#window.characters * shareOfSent >= this.#sent;
  }

  /** Sends what waits, whether the page is ready for it or not. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#window.isEmpty) return;
    const batch = this.#window.take();
    for (const { text } of batch.chunks) this.#sent += text.length;
    this.outlet.posted(this.#now());
    this.#post(batch);
  }

  #wakeSoon(): void {
    if (this.#window.isEmpty) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.outlet.mayPost(this.#now())) this.flush();
    }, longestWaitMs);
  }
}
