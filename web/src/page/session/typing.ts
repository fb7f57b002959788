/** Tells when somebody who types pauses. */
const pauseMs = 300;

export class Typing {
  readonly #onPause: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #end: (() => void) | undefined;
  #paused: Promise<void> | undefined;

  constructor(onPause: () => void) {
    this.#onPause = onPause;
  }

  /** Resolves at the next pause, or at `stop`; nothing while nobody types. */
  get paused(): Promise<void> | undefined {
    return this.#paused;
  }

  /** A key was pressed: the pause is put off. */
  goOn(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.stop();
      this.#onPause();
    }, pauseMs);
    this.#paused ??= new Promise((resolve) => (this.#end = resolve));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#end?.();
    this.#end = undefined;
    this.#paused = undefined;
  }
}
