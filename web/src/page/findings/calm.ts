/** When to show anew what is found while a program runs: not in its first moments, and then not with each event. */
const quietMs = 300;
const betweenMs = 500;

export class Calm {
  #notBefore = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #show: () => void;

  constructor(show: () => void) {
    this.#show = show;
  }

  begin(): void {
    this.#stop();
    this.#notBefore = performance.now() + quietMs;
  }

  /** Something may have been found. */
  request(): void {
    this.#timer ??= setTimeout(() => this.#showAndWait(), Math.max(0, this.#notBefore - performance.now()));
  }

  /** The run is over: at once. */
  end(): void {
    this.#stop();
    this.#show();
  }

  #showAndWait(): void {
    this.#timer = undefined;
    this.#notBefore = performance.now() + betweenMs;
    this.#show();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
