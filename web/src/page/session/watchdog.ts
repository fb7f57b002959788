/**
 * Notices a program that does not let its Worker answer. What counts is how long a ping goes unanswered, not when the last
 * answer came: in a hidden tab the next ping may be a minute away.
 */
const pingEveryMs = 1_000;
export const patienceMs = 10_000;

export interface WatchdogOptions {
  ping(): void;
  /** A ping went unanswered for `patienceMs`; called once until an answer comes. */
  onSilent(): void;
  /** An answer came after all. */
  onAnswer(): void;
}

export class Watchdog {
  #timer: ReturnType<typeof setInterval> | undefined;
  /** When the ping that has no answer yet was sent. */
  #askedAt: number | undefined;
  #silent = false;
  readonly #options: WatchdogOptions;

  constructor(options: WatchdogOptions) {
    this.#options = options;
  }

  start(): void {
    this.stop();
    this.#ask();
    this.#timer = setInterval(() => this.#check(), pingEveryMs);
  }

  answered(): void {
    this.#askedAt = undefined;
    this.#recover();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#askedAt = undefined;
    this.#recover();
  }

  /** Whether it has been without an answer for so long that `onSilent` was called. */
  get isSilent(): boolean {
    return this.#silent;
  }

  #recover(): void {
    if (this.#silent) this.#options.onAnswer();
    this.#silent = false;
  }

  #ask(): void {
    this.#askedAt = performance.now();
    this.#options.ping();
  }

  #check(): void {
    if (this.#askedAt === undefined) return this.#ask();
    if (this.#silent || performance.now() - this.#askedAt < patienceMs) return;
    this.#silent = true;
    this.#options.onSilent();
  }
}
