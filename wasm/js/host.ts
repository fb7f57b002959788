/** Runs a compiled program: the JavaScript side of docs/host-abi.md, in a browser's Worker and in Node. */
import { exitCodes, outputLimit, reported, trapped, type LastWords } from './failures.ts';
import { Output } from './output.ts';
import { programSystem } from './program-system.ts';
import { programSize } from './size-section.ts';
import { driveBlocking, MacrotaskDriver, type Tick } from './ticks.ts';
import { TraceDecoder } from './trace.ts';
import type { ProgramOptions, RunResult } from './types.ts';
import { MemoryView } from './wasi.ts';
import { WebHost } from './web-host.ts';
import { stackDepth, withLine } from './where.ts';

const defaultMaxOutput = 16 << 20;
/** Why a program has no network. */
const noJspi =
  'this JavaScript engine has no JSPI (WebAssembly.Suspending), without which nothing can arrive meanwhile';
const noNetwork = 'no network is granted to programs here';

/** JavaScript Promise Integration: lets a WebAssembly stack wait for a promise. Not in TypeScript's library yet. */
interface Jspi {
  Suspending: new (f: () => Promise<void>) => WebAssembly.ImportValue;
  promising(f: () => number): () => Promise<number>;
}

function findJspi(): Jspi | undefined {
  const candidate: Partial<Jspi> = WebAssembly as unknown as Partial<Jspi>;
  const { Suspending, promising } = candidate;
  return Suspending && promising ? { Suspending, promising } : undefined;
}

/** What a program exports, checked once. */
interface ProgramExports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  asyncio_configure(trace: number, clock: number): void;
  asyncio_main(): number;
  asyncio_tick: Tick;
  asyncio_trap(): never;
  /** Of programs that use asyncio/web.hpp. */
  asyncio_web_event?(id: number, kind: number, size: number): void;
  __stack_pointer: WebAssembly.Global<'i32'>;
}

/** Runs a program to its end. Rejects only for a module that is none of ours; how the program ended is in the result. */
export async function runProgram(options: ProgramOptions): Promise<RunResult> {
  const module =
    options.module instanceof WebAssembly.Module
      ? options.module
      : await WebAssembly.compile(options.module as BufferSource);
  const jspi = options.jspi === false ? undefined : findJspi();
  if (options.jspi && !jspi) throw new Error('this JavaScript engine has no JSPI (WebAssembly.Suspending)');
  return new Run(options, jspi).execute(module);
}

class Run {
  readonly #options: ProgramOptions;
  readonly #jspi: Jspi | undefined;
  readonly #begin = performance.now();
  readonly #memory = new MemoryView();
  readonly #output: Output;
  readonly #trace = new TraceDecoder();
  readonly #driver = new MacrotaskDriver();
  readonly #web: WebHost;
  readonly #last: LastWords = {};
  #exports: ProgramExports | undefined;
  /** Ends a run whose suspended main can no longer be resumed. */
  #fail: (error: unknown) => void = () => {};

  constructor(options: ProgramOptions, jspi: Jspi | undefined) {
    this.#options = options;
    this.#jspi = jspi;
    this.#output = new Output(options.maxOutputBytes ?? defaultMaxOutput, (stream, text) =>
      options.onOutput(stream, text, this.#now()),
    );
    const network = jspi ? (options.network ?? noNetwork) : noJspi;
    this.#web = new WebHost(this.#memory, network, (id, kind, size) => this.#event(id, kind, size));
  }

  async execute(module: WebAssembly.Module): Promise<RunResult> {
    const exports = programExports(await WebAssembly.instantiate(module, this.#imports()));
    this.#exports = exports;
    this.#memory.attach(exports.memory);
    let error: unknown;
    Error.stackTraceLimit = stackDepth;
    try {
      await this.#main(exports);
    } catch (thrown) {
      error = thrown;
    } finally {
      this.#driver.dispose();
      this.#web.dispose();
    }
    this.#output.end();
    const size = programSize(module);
    return { ...this.#result(error, module), ...(size ? { size } : {}) };
  }

  /** Returns or throws when the program has ended: always throws, as even a return from main ends in exit. */
  async #main(exports: ProgramExports): Promise<void> {
    exports._initialize();
    exports.asyncio_configure(Number(this.#options.onTrace !== undefined), Number(this.#options.clock === 'virtual'));
    if (!this.#jspi) {
      exports.asyncio_main();
      return;
    }
    const main = this.#jspi.promising(exports.asyncio_main);
    await Promise.race([main(), new Promise<never>((_, reject) => (this.#fail = reject))]);
  }

  #result(error: unknown, module: WebAssembly.Module): RunResult {
    const wallMs = this.#now();
    const { report, exitCode, outputLimit: tooMuch } = this.#last;
    if (tooMuch) return { exitCode: exitCodes.failure, failure: tooMuch, wallMs };
    if (exitCode !== undefined) return report ? { exitCode, failure: report, wallMs } : { exitCode, wallMs };
    if (report) {
      const exitCode = report.kind === 'trap' ? exitCodes.trap : exitCodes.abort;
      return { exitCode, failure: withLine(report, error, module), wallMs };
    }
    const failure = withLine(trapped(error, this.#stackExhausted()), error, module);
    return { exitCode: failure.kind === 'abort' ? exitCodes.abort : exitCodes.trap, failure, wallMs };
  }

  #stackExhausted(): boolean {
    const pointer = this.#exports?.__stack_pointer.value ?? 1;
    // The stack lies at the bottom of the memory: below it there is nothing, and the pointer wraps.
    return pointer <= 0;
  }

  #imports(): WebAssembly.Imports {
    const events = {
      exit: (code: number) => {
        this.#last.exitCode ??= code;
      },
      outputLimit: (): never => {
        this.#last.outputLimit = outputLimit(this.#options.maxOutputBytes ?? defaultMaxOutput);
        return this.#stop();
      },
    };
    return {
      asyncio_host: {
        now: () => this.#now(),
        run: this.#jspi
          ? new this.#jspi.Suspending(() => this.#drive())
          : () => driveBlocking((budget) => this.#tick(budget)),
        trace: (pointer: number, length: number) =>
          this.#options.onTrace?.(this.#trace.decode(this.#memory.bytes(pointer, length))),
        report: (kind: number, type: number, typeLength: number, what: number, whatLength: number) => {
          this.#last.report ??= reported(
            kind,
            this.#memory.text(type, typeLength),
            this.#memory.text(what, whatLength),
          );
        },
      },
      asyncio_web: this.#web.imports(),
      wasi_snapshot_preview1: programSystem(this.#memory, this.#output, this.#options, events),
    };
  }

  async #drive(): Promise<void> {
    try {
      await this.#driver.drive((budget) => this.#tick(budget));
    } catch (error) {
      // A trap must not be thrown into main as if it were an exception: its destructors would run on a broken program.
      this.#fail(error);
      await new Promise<never>(() => {});
    }
  }

  #tick(budgetMs: number): number {
    return this.#exports?.asyncio_tick(budgetMs) ?? -1;
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

  #now(): number {
    return performance.now() - this.#begin;
  }
}

function programExports({ exports }: WebAssembly.Instance): ProgramExports {
  const functions = ['_initialize', 'asyncio_configure', 'asyncio_main', 'asyncio_tick', 'asyncio_trap'];
  const whole =
    exports['memory'] instanceof WebAssembly.Memory && exports['__stack_pointer'] instanceof WebAssembly.Global;
  if (!whole || !functions.every((name) => typeof exports[name] === 'function')) {
    throw new TypeError('the module is not a program that this compiler made');
  }
  return exports as unknown as ProgramExports;
}
