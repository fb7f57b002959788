/** The schedules of the program that the editor shows: what was found, and under which one the next run is. */
import { parseSchedule } from '../../../../wasm/api/schedules.ts';
import type { Exploration, ToldDeviation } from '../../../../wasm/api/types.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';
import type { Program } from '../compile/programs.ts';
import type { WorkerLike } from '../workers/worker-like.ts';
import { budgets, type Budget } from './budget.ts';
import { Explorer } from './explorer.ts';

export interface SchedulesOptions {
  spawn(): WorkerLike;
  /** The text that the editor shows. */
  source(): string;
  /** Compiles it; rejects if that cannot be. */
  compile(): Promise<Program>;
}

/** A schedule that runs are under, with its words as far as they are known. */
export interface Chosen {
  schedule: string;
  told: readonly ToldDeviation[] | undefined;
  deviations: number;
}

const emptyExploration: Exploration = { runs: 0, ms: 0, groups: [], more: 0, complete: false };

export class Schedules {
  isOpen = $state(false);
  state = $state<'none' | 'compiling' | 'exploring' | 'ended' | 'stopped'>('none');
  exploration = $state.raw<Exploration>(emptyExploration);
  problem = $state('');
  budget = $state.raw<Budget>(budgets[0]);
  /** Of the next run, and of all until another is chosen; absent: first in, first out, with the chosen clock. */
  chosen = $state.raw<Chosen>();
  /** The text that was explored. */
  source = $state.raw('');
  readonly #options: SchedulesOptions;
  readonly #explorer: Explorer;
  #attempt = 0;

  constructor(options: SchedulesOptions) {
    this.#options = options;
    this.#explorer = new Explorer({
      spawn: () => options.spawn(),
      onProgress: (exploration) => (this.exploration = exploration),
      onEnd: (problem) => {
        this.state = 'ended';
        this.problem = problem ?? '';
      },
    });
  }

  get isBusy(): boolean {
    return this.state === 'compiling' || this.state === 'exploring';
  }

  /** What a link to the program holds of it. */
  get shared(): { schedule?: string } {
    return this.chosen === undefined ? {} : { schedule: this.chosen.schedule };
  }

  async explore(): Promise<void> {
    this.stop();
    const attempt = ++this.#attempt;
    this.isOpen = true;
    this.exploration = emptyExploration;
    this.problem = '';
    this.state = 'compiling';
    this.source = this.#options.source();
    try {
      const { module } = await this.#options.compile();
      if (attempt !== this.#attempt) return;
      if (module === undefined) throw new Error('The program does not compile: see Problems.');
      this.state = 'exploring';
      this.#explorer.start(module, this.budget, 1);
    } catch (error) {
      if (attempt !== this.#attempt) return;
      this.state = 'ended';
      this.problem = messageOf(error);
    }
  }

  stop(): void {
    this.#attempt += 1;
    this.#explorer.stop();
    if (this.isBusy) this.state = 'stopped';
  }

  /** @param schedule as a link or a group has it; absent: first in, first out */
  choose(schedule: string | undefined): void {
    const parsed = schedule === undefined ? undefined : parseSchedule(schedule);
    if (schedule === undefined || parsed === undefined) return this.letGo();
    const group = this.exploration.groups.find((candidate) => candidate.schedule === schedule);
    const deviations = parsed.kind === 'seed' ? 0 : parsed.deviations.length;
    this.chosen = { schedule, told: group?.told, deviations: group?.deviations ?? deviations };
  }

  /** Back to first in, first out. */
  letGo(): void {
    this.chosen = undefined;
  }

  close(): void {
    this.stop();
    this.isOpen = false;
  }

  /** Another program took the place of this one. */
  replaced(): void {
    this.close();
    this.letGo();
    this.state = 'none';
    this.exploration = emptyExploration;
  }
}
