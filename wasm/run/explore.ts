/**
 * Runs a program under many schedules, with virtual time: first in, first out, then each order with few deviations from it, then
 * by seed. Groups the runs by what they wrote and how they ended, and makes the schedule of each group simple.
 */
import { formatSchedule, fifo, type Deviation, type Schedule } from '../api/schedules.ts';
import { mostGroups } from '../api/shapes.ts';
import type { Exploration, ExploreOptions, RunResult, ScheduleGroup } from '../api/types.ts';
import { Digest } from './digest.ts';
import { runProgram } from './host.ts';
import { Orders } from './orders.ts';
import { ProgramModule } from './program-module.ts';
import { Scheduler } from './scheduler.ts';
import { simplify } from './simplify.ts';
import { TaskNames, tell } from './told.ts';

/** A run that takes longer is ended, as soon as it yields. */
const mostMsARun = 1_000;
/** How long a message of the page may have to wait. */
const pauseEveryMs = 100;
const mostFailureText = 2_000;

/** What one schedule made of the program. */
interface Tried {
  key: string;
  schedule: Schedule;
  scheduler: Scheduler;
  digest: Digest;
  result: RunResult;
}

export async function exploreProgram(options: ExploreOptions): Promise<Exploration> {
  const module = options.module instanceof ProgramModule ? options.module : await ProgramModule.compile(options.module);
  return new Explorer(options, module).explore();
}

class Explorer {
  readonly #options: ExploreOptions;
  readonly #module: ProgramModule;
  readonly #begin = performance.now();
  readonly #groups = new Map<string, ScheduleGroup>();
  readonly #others = new Set<string>();
  #runs = 0;
  #complete = false;
  #paused = performance.now();

  constructor(options: ExploreOptions, module: ProgramModule) {
    this.#options = options;
    this.#module = module;
  }

  async explore(): Promise<Exploration> {
    const first = await this.#keep(fifo);
    // Where nothing can be chosen there is one order.
    this.#complete = first.scheduler.points.length === 0;
    if (!this.#complete) await this.#tryOrders(first);
    if (!this.#complete) await this.#tryChance();
    return this.#exploration();
  }

  /** Half of the runs and of the time at most, if those are not all. */
  async #tryOrders(first: Tried): Promise<void> {
    const orders = new Orders(Math.max(1, this.#options.runs >> 1));
    orders.add([], first.scheduler.points);
    for (;;) {
      const deviations = orders.next();
      if (deviations === undefined) break;
      if (this.#exhausted(orders.cut ? 0.5 : 1)) return;
      const { scheduler } = await this.#keep({ kind: 'deviations', deviations });
      orders.add(deviations, scheduler.points);
    }
    this.#complete = !orders.cut;
  }

  async #tryChance(): Promise<void> {
    for (let { seed } = this.#options; !this.#exhausted(1); seed++)
      await this.#keep({ kind: 'seed', seed: seed >>> 0 });
  }

  #exhausted(share: number): boolean {
    const { runs, ms } = this.#options;
    return this.#runs >= runs * share || performance.now() - this.#begin >= ms * share;
  }

  async #keep(schedule: Schedule): Promise<Tried> {
    const tried = await this.#try(schedule);
    this.#runs += 1;
    const known = this.#groups.get(tried.key);
    if (known !== undefined) known.runs += 1;
    else if (this.#groups.size < mostGroups) this.#groups.set(tried.key, await this.#describe(tried));
    else if (this.#others.size < mostOthers) this.#others.add(tried.key);
    await this.#pause();
    return tried;
  }

  async #try(schedule: Schedule, names?: TaskNames): Promise<Tried> {
    const digest = new Digest();
    const scheduler = new Scheduler(schedule);
    const result = await runProgram({
      module: this.#module,
      // Nothing comes from outside, so the program need not be suspended: that costs more than a short run.
      jspi: false,
      scheduler,
      mostMs: mostMsARun,
      onOutput: (stream, text) => digest.add(stream, text),
      ...(names ? { onTrace: (events) => names.add(events) } : {}),
    });
    const { exitCode, failure: { kind = '', type = '', message = '' } = {} } = result;
    return { key: JSON.stringify([digest.key, exitCode, kind, type, message]), schedule, scheduler, digest, result };
  }

  /** A new group: its schedule made simple, and told by the names of the tasks. */
  async #describe(tried: Tried): Promise<ScheduleGroup> {
    const found = this.#runs;
    const schedule = await this.#simplest(tried);
    const names = new TaskNames();
    const { scheduler, digest, result } = await this.#try(schedule, names);
    const { exitCode, failure } = result;
    const { head, tail, characters } = digest;
    return {
      ...{ runs: 1, found, schedule: formatSchedule(schedule), told: tell(scheduler, names) },
      ...{ deviations: scheduler.takenCount, exitCode, head, tail, characters },
      ...(failure ? { failure: { ...failure, message: failure.message.slice(0, mostFailureText) } } : {}),
    };
  }

  async #simplest({ key, schedule, scheduler }: Tried): Promise<Schedule> {
    // One with too many deviations is told by its seed.
    if (scheduler.takenCount > scheduler.taken.length) return schedule;
    const gives = async (deviations: readonly Deviation[]): Promise<Deviation[] | undefined> => {
      await this.#pause();
      const again = await this.#try({ kind: 'deviations', deviations });
      return again.key === key ? again.scheduler.taken : undefined;
    };
    return { kind: 'deviations', deviations: await simplify(scheduler.taken, gives) };
  }

  /** Lets messages in, and tells how far it has come. */
  async #pause(): Promise<void> {
    if (performance.now() - this.#paused < pauseEveryMs) return;
    this.#options.onProgress(this.#exploration());
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#paused = performance.now();
  }

  #exploration(): Exploration {
    return {
      runs: this.#runs,
      ms: performance.now() - this.#begin,
      groups: [...this.#groups.values()],
      more: this.#others.size,
      complete: this.#complete,
    };
  }
}

/** Of a program whose every run differs. */
const mostOthers = 10_000;
