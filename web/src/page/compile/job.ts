/** A compile that somebody waits for. */
import type { CompileResult, Optimisation } from '../../../../wasm/api/types.ts';

export interface JobOptions {
  source: string;
  optimisation: Optimisation;
  /** How long it may take once it has begun. */
  budgetMs: number;
}

export class Job {
  readonly id: number;
  readonly source: string;
  readonly optimisation: Optimisation;
  readonly promise: Promise<CompileResult>;
  readonly #onOverdue: (job: Job) => void;
  #budgetMs: number;
  #begun: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #resolve!: (result: CompileResult) => void;
  #reject!: (error: Error) => void;

  constructor(id: number, { source, optimisation, budgetMs }: JobOptions, onOverdue: (job: Job) => void) {
    this.id = id;
    this.source = source;
    this.optimisation = optimisation;
    this.#budgetMs = budgetMs;
    this.#onOverdue = onOverdue;
    this.promise = new Promise<CompileResult>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  get budgetMs(): number {
    return this.#budgetMs;
  }

  begin(): void {
    this.#begun ??= performance.now();
    this.#watch();
  }

  /** Lets it take longer. */
  allow(budgetMs: number): void {
    this.#budgetMs = Math.max(this.#budgetMs, budgetMs);
    if (this.#begun !== undefined) this.#watch();
  }

  resolve(result: CompileResult): void {
    clearTimeout(this.#timer);
    this.#resolve(result);
  }

  reject(error: Error): void {
    clearTimeout(this.#timer);
    this.#reject(error);
  }

  #watch(): void {
    clearTimeout(this.#timer);
    const left = (this.#begun ?? 0) + this.#budgetMs - performance.now();
    this.#timer = setTimeout(() => this.#onOverdue(this), left);
  }
}
