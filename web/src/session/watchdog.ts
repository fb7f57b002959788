/** Notices a program that does not let its Worker answer: it pings each second and counts how long no answer came. */
const PING_EVERY_MS = 1_000;
export const PATIENCE_MS = 10_000;

export interface WatchdogOptions {
  ping(): void;
  /** No answer for `PATIENCE_MS`; called once until an answer comes. */
  onSilent(): void;
  /** An answer came after all. */
  onAnswer(): void;
}

export class Watchdog {
  #timer: ReturnType<typeof setInterval> | undefined;
  #lastAnswer = 0;
  #silent = false;
  readonly #options: WatchdogOptions;

  constructor(options: WatchdogOptions) {
    this.#options = options;
  }

  start(): void {
    this.stop();
    this.#lastAnswer = performance.now();
    this.#timer = setInterval(() => this.#check(), PING_EVERY_MS);
  }

  answered(): void {
    this.#lastAnswer = performance.now();
    this.#recover();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#recover();
  }

  #recover(): void {
    if (this.#silent) this.#options.onAnswer();
    this.#silent = false;
  }

  #check(): void {
    this.#options.ping();
    if (this.#silent || performance.now() - this.#lastAnswer < PATIENCE_MS) return;
    this.#silent = true;
    this.#options.onSilent();
  }
}
