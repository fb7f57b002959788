/** Runs a compiled program: the JavaScript side of docs/host-abi.md, in a browser's Worker and in Node. */
import { ProgramClock } from './clock.ts';
import { exitCodes, reported, trapped } from './failures.ts';
import { RefusedModule } from './host-abi.ts';
import { Output } from './output.ts';
import { ProgramModule } from './program-module.ts';
import { programSystem } from './program-system.ts';
import { RealSystem, RepeatableSystem, type SystemSource } from './system-source.ts';
import { driveBlocking, MacrotaskDriver, type Tick } from './ticks.ts';
import { TraceDecoder } from './trace.ts';
import type { Failure, Network, ProgramOptions, RunResult } from '../api/types.ts';
import { Errno, withoutPrototype } from '../wasi/calls.ts';
import { MemoryView } from '../wasi/memory.ts';
import { WebHost } from './web/web-host.ts';
import { stackDepth, withLine } from './where.ts';

/** Of a report: more than a person reads of it. */
const longestType = 1 << 10;
const longestMessage = 64 << 10;
/** Why a program has no network. */
const noJspi =
  'this JavaScript engine has no JSPI (WebAssembly.Suspending), without which nothing can arrive meanwhile';
const noNetwork = 'no network is granted to programs here';
const noNetworkInSchedules = 'a run under a schedule has no network, so that it is the same each time';

/** JavaScript Promise Integration: lets a WebAssembly stack wait for a promise. Not in TypeScript's library yet. */
interface Jspi {
  Suspending: new (f: (...args: never[]) => unknown) => WebAssembly.ImportValue;
  promising<Args extends unknown[], R>(f: (...args: Args) => R): (...args: Args) => Promise<R>;
}

function findJspi(): Jspi | undefined {
  const candidate: Partial<Jspi> = WebAssembly as unknown as Partial<Jspi>;
  const { Suspending, promising } = candidate;
  return Suspending && promising ? { Suspending, promising } : undefined;
}

/** What a program exports: `ProgramModule` has checked it. */
interface ProgramExports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  asyncio_configure(trace: number, clock: number): void;
  asyncio_main(): number;
  asyncio_tick: Tick;
  asyncio_time(): number;
  asyncio_trap(): never;
  /** Of programs that use asyncio/web.hpp. */
  asyncio_web_event?(id: number, kind: number, size: number): void;
  __stack_pointer: WebAssembly.Global<'i32'>;
}

/** What `asyncio_configure` takes. */
const clocks = { real: 0, virtual: 1, ordered: 2 } as const;

function networkOf({ scheduler, network }: ProgramOptions, jspi: Jspi | undefined): Network | string {
  if (scheduler) return noNetworkInSchedules;
  return jspi ? (network ?? noNetwork) : noJspi;
}

export { Refused } from './web/events.ts';

/** Runs a program to its end. Rejects only for what is no valid module; how the program ended is in the result. */
export async function runProgram(options: ProgramOptions): Promise<RunResult> {
  const jspi = options.jspi === false ? undefined : findJspi();
  if (options.jspi && !jspi) throw new Error('this JavaScript engine has no JSPI (WebAssembly.Suspending)');
  try {
    const { module } = options;
    const program = module instanceof ProgramModule ? module : await ProgramModule.compile(module);
    return await new Run(options, jspi).execute(program);
  } catch (error) {
    if (!(error instanceof RefusedModule)) throw error;
    return {
      exitCode: exitCodes.refused,
      failure: { kind: 'refused', type: '', message: error.message },
      clock: options.clock ?? 'real',
      wallMs: 0,
      clockMs: 0,
    };
  }
}

class Run {
  readonly #options: ProgramOptions;
  readonly #jspi: Jspi | undefined;
  readonly #clock: ProgramClock;
  /** How far virtual time has come, by the latest tick. */
  #virtualMs = 0;
  readonly #memory = new MemoryView();
  readonly #output: Output;
  readonly #trace = new TraceDecoder();
  readonly #driver = new MacrotaskDriver();
  readonly #web: WebHost;
  /** What the program said about its end before it ended. */
  #report: Failure | undefined;
  /** Unless it called exit or returned: nothing. */
  #exitCode: number | undefined;
  /** What went wrong in the host's own part. It ends the program, which must not catch it. */
  #hostError: unknown;
  #exports: ProgramExports | undefined;
  /** Whether the program may wait for its input, anywhere. */
  #mayWait = false;
  #tickOnce: (budgetMs: number) => number | Promise<number> = () => -1;
  /** Ends a run whose suspended main can no longer be resumed. */
  #fail: (error: unknown) => void = () => {};

  constructor(options: ProgramOptions, jspi: Jspi | undefined) {
    this.#options = options;
    this.#jspi = jspi;
    this.#clock = new ProgramClock(options.scheduler ? 'virtual' : (options.clock ?? 'real'));
    this.#output = new Output((stream, text) => options.onOutput(stream, text, this.#now()));
    this.#web = new WebHost(this.#memory, networkOf(options, jspi), (id, kind, size) => this.#event(id, kind, size));
  }

  async execute({ module, size, reads }: ProgramModule): Promise<RunResult> {
    this.#mayWait = reads && this.#options.stdin !== undefined;
    // Of many runs each is shorter than the asynchronous way takes.
    const { exports } = this.#options.scheduler
      ? new WebAssembly.Instance(module, this.#imports())
      : await WebAssembly.instantiate(module, this.#imports());
    this.#exports = exports as unknown as ProgramExports;
    this.#memory.attach(this.#exports.memory);
    let error: unknown;
    Error.stackTraceLimit = stackDepth;
    try {
      await this.#main(this.#exports);
    } catch (thrown) {
      error = thrown;
    } finally {
      this.#driver.dispose();
      this.#web.dispose();
    }
    this.#output.end();
    return { ...this.#result(error, module), ...(size ? { size } : {}) };
  }

  /** Returns or throws when the program has ended: always throws, as even a return from main ends in exit. */
  async #main(exports: ProgramExports): Promise<void> {
    const failed = new Promise<never>((_, reject) => (this.#fail = reject));
    failed.catch(() => {});
    await Promise.race([this.#waiting(exports._initialize)(), failed]);
    const clock = this.#options.scheduler ? clocks.ordered : this.#clock.isVirtual ? clocks.virtual : clocks.real;
    exports.asyncio_configure(Number(this.#options.onTrace !== undefined), clock);
    if (!this.#jspi) {
      exports.asyncio_main();
      return;
    }
    this.#tickOnce = this.#waiting(exports.asyncio_tick);
    const main = this.#jspi.promising(exports.asyncio_main);
    await Promise.race([main(), failed]);
  }

  /** The same call, during which the program may wait for its input. */
  #waiting<Args extends unknown[], R>(call: (...args: Args) => R): (...args: Args) => R | Promise<R> {
    return this.#jspi && this.#mayWait ? this.#jspi.promising(call) : call;
  }

  #result(error: unknown, module: WebAssembly.Module): RunResult {
    const { wallMs, isVirtual } = this.#clock;
    const clockMs = isVirtual ? this.#virtualMs : this.#clock.fromReal(wallMs);
    return { ...this.#ending(error, module), clock: this.#clock.kind, wallMs, clockMs };
  }

  #ending(error: unknown, module: WebAssembly.Module): Pick<RunResult, 'exitCode' | 'failure'> {
    const [report, exitCode] = [this.#report, this.#exitCode];
    if (exitCode !== undefined) return report ? { exitCode, failure: report } : { exitCode };
    if (report) {
      const exitCode = report.kind === 'trap' ? exitCodes.trap : exitCodes.abort;
      return { exitCode, failure: withLine(report, error, module) };
    }
    const failure = withLine(trapped(this.#hostError ?? error, this.#stackExhausted()), error, module);
    return { exitCode: failure.kind === 'abort' ? exitCodes.abort : exitCodes.trap, failure };
  }

  #stackExhausted(): boolean {
    const pointer = this.#exports?.__stack_pointer.value ?? 1;
    // The stack lies at the bottom of the memory: below it there is nothing, and the pointer wraps.
    return pointer <= 0;
  }

  #imports(): WebAssembly.Imports {
    const host = {
      now: () => this.#clock.now,
      trace: (pointer: number, length: number) =>
        this.#options.onTrace?.(this.#trace.decode(this.#memory.bytes(pointer, length))),
      report: (kind: number, type: number, typeLength: number, what: number, whatLength: number) => {
        this.#report ??= reported(
          kind,
          this.#memory.text(type, typeLength, longestType),
          this.#memory.text(what, whatLength, longestMessage),
        );
      },
      order: (iteration: number, task: number) =>
        this.#options.scheduler?.order(iteration >>> 0, task, () => this.#now()) ?? 0,
    };
    const exit = (code: number): void => {
      this.#exitCode ??= code;
    };
    return withoutPrototype({
      asyncio_host: withoutPrototype({ ...this.#guarded(host), run: this.#suspendingRun() }),
      asyncio_web: withoutPrototype(this.#guarded(this.#web.imports())),
      wasi_snapshot_preview1: withoutPrototype(
        this.#input(this.#guarded(programSystem(this.#memory, this.#output, this.#system(), this.#options, { exit }))),
      ),
    });
  }

  /** Where a program can wait for input that is still to come, it does. */
  #input(system: Record<string, (...args: never[]) => unknown>): Record<string, WebAssembly.ImportValue> {
    const { fd_read: read } = system;
    if (read === undefined || !this.#mayWait) return system;
    if (this.#jspi) return { ...system, fd_read: new this.#jspi.Suspending(read) };
    const atOnce = (...args: never[]): unknown => {
      const errno = read(...args);
      // The number of bytes read is 0 already: that is the end.
      return typeof errno === 'number' ? errno : Errno.success;
    };
    return { ...system, fd_read: atOnce };
  }

  #suspendingRun(): WebAssembly.ImportValue {
    if (this.#jspi) return new this.#jspi.Suspending(() => this.#drive());
    const { mostMs = Infinity } = this.#options;
    return () =>
      driveBlocking((budget) => {
        if (this.#clock.wallMs > mostMs) this.#endUnfinished(mostMs);
        return this.#tick(budget);
      });
  }

  #endUnfinished(mostMs: number): never {
    this.#report ??= {
      kind: 'unfinished',
      type: '',
      message: `it had not ended after ${mostMs / 1000} s of real time`,
    };
    return this.#stop();
  }

  #system(): SystemSource {
    return this.#options.scheduler ? new RepeatableSystem(() => this.#now()) : new RealSystem(this.#clock);
  }

  /** The program could catch what JavaScript throws through it, and go on as if nothing had been. */
  #guarded(calls: Record<string, (...args: never[]) => unknown>): Record<string, (...args: never[]) => unknown> {
    const guard =
      (call: (...args: never[]) => unknown) =>
      (...args: never[]): unknown => {
        try {
          return call(...args);
        } catch (error) {
          this.#hostError ??= error;
          return this.#stop();
        }
      };
    return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, guard(call)]));
  }

  async #drive(): Promise<void> {
    try {
      await this.#driver.drive((budget) => (this.#mayWait ? this.#slowTick(budget) : this.#tick(budget)));
    } catch (error) {
      // A trap must not be thrown into main as if it were an exception: its destructors would run on a broken program.
      this.#fail(error);
      await new Promise<never>(() => {});
    }
  }

  /** A tick counts in the program's time, and who drives it in real time. */
  #tick(budgetMs: number): number {
    if (this.#exports === undefined) return -1;
    return this.#ticked(this.#exports.asyncio_tick(this.#clock.fromReal(budgetMs)));
  }

  /** The same, where the program may wait for its input during a tick. */
  async #slowTick(budgetMs: number): Promise<number> {
    return this.#ticked(await this.#tickOnce(this.#clock.fromReal(budgetMs)));
  }

  /** @returns in real time what the program said in its own */
  #ticked(next: number): number {
    if (this.#exports === undefined) return -1;
    if (this.#clock.isVirtual) this.#virtualMs = this.#exports.asyncio_time();
    return next > 0 ? this.#clock.toReal(next) : next;
  }

  #event(id: number, kind: number, size: number): void {
    try {
      this.#exports?.asyncio_web_event?.(id, kind, size);
      this.#driver.wake();
    } catch (error) {
      this.#fail(error);
    }
  }

  #stop(): never {
    this.#exports?.asyncio_trap();
    throw new Error('unreachable');
  }

  /** What output is stamped with: as the trace's events are. */
  #now(): number {
    return this.#clock.isVirtual ? (this.#exports?.asyncio_time() ?? 0) : this.#clock.now;
  }
}
