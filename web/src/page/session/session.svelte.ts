/** Ties editor, compiler and runs together: the commands that the page offers, and the state that it shows. */
import type { CompileResult, Diagnostic, Optimisation } from '../../../../wasm/api/types.ts';
import { CompilerClient, CompilerCrashed, Superseded, type CompilerState } from '../compile/client.ts';
import { Programs, type Program } from '../compile/programs.ts';
import { prebuiltWithSource } from '../examples/catalog.ts';
import type { ProgramInput } from '../../protocol/messages.ts';
import { PrebuiltModules } from '../run/prebuilt.ts';
import { failureText, succeeded, timings } from '../output/outcome.ts';
import { ProgramNetwork, type Asked } from '../run/network.ts';
import { Runner, type RunMessage } from '../run/runner.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';
import { commonLength } from './common-length.ts';
import { FrameQueue } from './frames.ts';
import type { SessionOptions } from './options.ts';
import { RunResults } from './results.svelte.ts';
import { isBusy, statusOf, type Outcome, type Phase, type Status } from './status.ts';
import { Typing } from './typing.ts';
import { warnOfSilence, warnOfUpdate } from './warnings.ts';
import { Watchdog } from './watchdog.ts';

/** A compile that takes longer than this when Stop is pressed is not worth waiting for. */
const slowCompileMs = 3_000;
/** How long a text may keep the compiler: one that is only typed, and one that somebody waits for. */
const typedBudgetMs = 20_000;
const runBudgetMs = 60_000;

/** What the latest compile of the shown text said. */
export interface Problems {
  diagnostics: readonly Diagnostic[];
  /** What a terminal would show, for errors that have no place in the text. */
  text: string;
  ok: boolean;
}

const noProblems: Problems = { diagnostics: [], text: '', ok: true };

export type { SessionOptions };

export class Session {
  compiler = $state.raw<CompilerState>({ kind: 'loading', progress: { loaded: 0, total: 0 } });
  /** Bytes of the compiler that are not loaded before somebody needs it. */
  spared = $state(0);
  phase = $state.raw<Phase>({ kind: 'idle' });
  problems = $state.raw<Problems>(noProblems);
  /** What the latest run asked of the network. */
  asked = $state.raw<Asked>({ origin: '', requests: [], total: 0 });
  networkGranted = $state(false);
  /** Of what is compiled from now on. */
  optimisation = $state<Optimisation>(0);
  /** As `asked`, which is shown with the next frame: a program may ask again and again. */
  #latestAsked: Asked = this.asked;
  readonly #askedFrames = new FrameQueue(() => (this.asked = this.#latestAsked));
  readonly results = new RunResults();
  readonly #options: SessionOptions;
  readonly #client: CompilerClient;
  readonly #programs: Programs;
  readonly #prebuilt: PrebuiltModules;
  readonly #runner: Runner;
  readonly #network: ProgramNetwork;
  readonly #watchdog: Watchdog;
  #isLoading = false;
  #loadSince = 0;
  /** How long the compiler took to load; absent while it does. */
  #loadMs: number | undefined;
  #lastRun = 0;
  #program: Program | undefined;
  #preparingSince = 0;
  readonly #typing = new Typing(() => this.#compileAhead());
  /** The text as it was before the latest change. */
  #latest = '';
  /** A text that the compiler crashed on is compiled again only when it is asked for. */
  #crashedOn: string | undefined;
  /** Whether a person has typed in the text. One that came by a link, or out of a storage, is compiled only by Run: it may
   * be made to take minutes, or all memory. */
  #isTyped = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#client = new CompilerClient({
      spawn: () => options.spawnCompiler(),
      baseUrl: options.compilerUrl,
      cores: options.cores,
      onState: (state) => this.#compilerChanged(state),
    });
    this.#prebuilt = new PrebuiltModules(options.examplesUrl, 'examples.json');
    this.#programs = new Programs({
      compile: (source, optimisation): Promise<CompileResult> => {
        this.load();
        return this.#client.compile(source, typedBudgetMs, optimisation);
      },
      prebuilt: (source) => {
        const example = prebuiltWithSource(source);
        if (example === undefined) return undefined;
        const module = this.#prebuilt.get(example.name);
        module.catch(() => void this.#tellUpdate());
        return module;
      },
    });
    this.#runner = new Runner({
      spawn: () => options.spawnRun(),
      replaceSandbox: () => options.replaceSandbox(),
      baseUrl: options.baseUrl,
      onMessage: (message) => this.#receive(message),
    });
    this.#network = new ProgramNetwork({
      baseUrl: options.baseUrl,
      answer: (reply) => this.#runner.answer(reply),
      onChange: (asked) => {
        this.#latestAsked = asked;
        this.#askedFrames.request();
      },
    });
    this.#watchdog = new Watchdog({
      ping: () => this.#runner.ping(),
      onSilent: () => warnOfSilence(options.notices, options.jspi, () => this.stop()),
      onAnswer: () => options.notices.dismiss('silent-program'),
    });
  }

  get status(): Status {
    return statusOf(this.phase, this.compiler, this.spared > 0);
  }

  /** Begins to load what the first Run needs and, after that, the compiler. */
  start(): void {
    this.#latest = this.#options.source();
    this.#runner.warm();
    this.#compileAhead();
    const { bytesToSpare } = this.#options;
    if (bytesToSpare === undefined) this.load();
    else void this.#loadOrSpare(bytesToSpare);
  }

  async #loadOrSpare(bytesToSpare: () => Promise<number>): Promise<void> {
    const bytes = await bytesToSpare();
    if (bytes === 0) this.load();
    else if (!this.#isLoading) this.spared = bytes;
  }

  /** Begins to load the compiler; at any later call it does nothing. */
  load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.spared = 0;
    this.#loadSince = performance.now();
    this.#client.start();
  }

  /** The editor's text changed. */
  edited(): void {
    if (this.phase.kind === 'ended') this.phase = { kind: 'idle' };
    this.#isTyped = true;
    this.results.findings.isOld = this.results.recording === undefined;
    this.load();
    const source = this.#options.source();
    this.#client.workAt(source, commonLength(this.#latest, source));
    this.#latest = source;
    this.#typing.goOn();
  }

  /** Compiles for speed, or quickly. */
  optimise(optimisation: Optimisation): void {
    this.optimisation = optimisation;
    this.#compileAhead();
  }

  /** Another program took the editor's place: nothing of the old one should stay beside it. */
  replaced(): void {
    if (!isBusy(this.phase)) {
      this.phase = { kind: 'idle' };
      this.results.clear();
    }
    this.problems = noProblems;
    this.#isTyped = false;
    this.#latest = this.#options.source();
    this.grantNetwork(false);
    this.#compileAhead();
  }

  /** Lets programs read from the page's own site, without cookies; until another program is opened. */
  grantNetwork(granted: boolean): void {
    this.networkGranted = granted;
    this.#network.granted = granted;
  }

  async run(): Promise<void> {
    this.makeWay();
    const run = this.#lastRun;
    const schedule = this.#options.schedule?.();
    const clock = schedule === undefined ? this.#options.clock() : 'virtual';
    this.results.clear(clock, schedule);
    this.#preparingSince = performance.now();
    this.phase = { kind: 'preparing', run };
    const program = await this.#prepare(run);
    if (program === undefined) return;
    this.#program = program;
    this.#showProblems(program);
    if (program.module === undefined) {
      this.results.addLine('error', 'The program does not compile: see Problems.');
      return this.#end(run, 'failed');
    }
    this.phase = { kind: 'running', run };
    const { prebuilt, compileMs, linkMs } = program;
    this.results.started(this.#options.source(), { prebuilt, compileMs, linkMs, loadMs: this.#loadMs });
    const scheduled = schedule === undefined ? {} : { schedule };
    this.#runner.start(run, program.module, {
      jspi: this.#options.jspi,
      clock,
      ...scheduled,
      ...this.#beginInput(run),
    });
    this.#watchdog.start();
  }

  /** The program of the text that the editor shows, which is not run. Rejects where there is no compiler. */
  async compile(): Promise<Program> {
    const source = this.#options.source();
    const coming = this.#programs.get(source, this.optimisation);
    this.#client.allow(source, runBudgetMs);
    const program = await coming;
    if (source === this.#options.source()) this.#showProblems(program);
    return program;
  }

  /** Ends what runs, as something else is to be shown in its place. */
  makeWay(): void {
    this.#lastRun += 1;
    this.#runner.stop();
    this.#watchdog.stop();
    this.#network.reset();
    this.phase = { kind: 'idle' };
  }

  #beginInput(run: number): { input?: ProgramInput } {
    const input = this.#options.input?.begin((text) => {
      this.#runner.give(run, text);
      if (text !== undefined) this.results.addLine('input', text.replace(/\n$/, ''));
    });
    return input === undefined ? {} : { input };
  }

  stop(): void {
    const { phase } = this;
    if (phase.kind !== 'preparing' && phase.kind !== 'running') return;
    if (this.#watchdog.isSilent) this.#runner.stopSilent();
    else this.#runner.stop();
    this.results.addLine('info', 'Stopped.');
    this.#end(phase.run, 'stopped');
    const slow = performance.now() - this.#preparingSince > slowCompileMs;
    if (phase.kind === 'preparing' && this.compiler.kind === 'ready' && slow) {
      this.#crashedOn = this.#options.source();
      this.#client.restart('The compile was stopped.');
    }
  }

  retryCompiler(): void {
    this.#options.notices.dismiss('compiler');
    this.#client.restart('The compiler is loading again.');
  }

  dispose(): void {
    this.#typing.stop();
    this.#watchdog.stop();
    this.#network.dispose();
    this.#runner.dispose();
    this.#client.dispose();
  }

  /** The program of the text that the editor shows when it is ready, or nothing if this run is over by then. */
  async #prepare(run: number): Promise<Program | undefined> {
    for (;;) {
      const source = this.#options.source();
      const coming = this.#programs.get(source, this.optimisation);
      // Somebody who waits for a run waits longer than somebody who types.
      this.#client.allow(source, runBudgetMs);
      const program = await coming.catch((error: unknown) => this.#excuse(run, source, error));
      if (!this.#isCurrent(run)) return undefined;
      if (program !== undefined && source === this.#options.source()) return program;
      // The text changed meanwhile: what runs is what the editor shows once the typing pauses.
      await this.#typing.paused;
    }
  }

  #excuse(run: number, source: string, error: unknown): undefined {
    if (error instanceof CompilerCrashed) this.#crashedOn = source;
    if (error instanceof Superseded || !this.#isCurrent(run)) return;
    this.results.addLine('error', messageOf(error));
    this.#end(run, 'failed');
  }

  #isCurrent(run: number): boolean {
    return isBusy(this.phase) && 'run' in this.phase && this.phase.run === run;
  }

  #receive(message: RunMessage): void {
    const { run } = message;
    switch (message.kind) {
      case 'output':
        return this.results.addOutput(message.chunks, message.skipped, () => this.#runner.shown(run, 'output'));
      case 'trace':
        return this.results.addTrace(message.events, message.summary, () => this.#runner.shown(run, 'trace'));
      case 'fetch':
        return void this.#network.fetch(run, message.id, message.request);
      case 'abort':
        return this.#network.abort(message.id);
      case 'connect':
        return this.#network.refuse(message);
      case 'inputAwaited':
        return this.#options.input?.awaited();
      case 'pong':
        return this.#watchdog.answered();
      case 'finished':
        return this.#finish(message);
      case 'broken':
        this.results.addLine('error', `The program could not go on: ${message.message}`);
        void this.#tellUpdate();
        return this.#end(run, 'failed');
    }
  }

  #finish({ run, result, told }: Extract<RunMessage, { kind: 'finished' }>): void {
    if (result.failure !== undefined) this.results.addLine('error', failureText(result.failure));
    if (this.#program !== undefined) this.results.addLine('info', timings(this.#program, result));
    this.results.end(result, told);
    this.#end(run, succeeded(result) ? 'finished' : 'failed');
  }

  #end(run: number, outcome: Outcome): void {
    this.#watchdog.stop();
    this.#network.dispose();
    this.#options.input?.over();
    this.phase = { kind: 'ended', run, outcome };
    this.#runner.warm();
    // It may well be run again as it is.
    if (this.#program?.module !== undefined) this.#runner.prepare(this.#program.module);
  }

  /** What fails to load may be gone: then the page is older than the site. */
  async #tellUpdate(): Promise<void> {
    if (await this.#options.wasReplaced()) warnOfUpdate(this.#options.notices, () => this.#options.reload());
  }

  #compilerChanged(state: CompilerState): void {
    const was = this.compiler.kind;
    this.compiler = state;
    switch (state.kind) {
      case 'loading':
        return;
      case 'ready':
        this.#loadMs ??= performance.now() - this.#loadSince;
        if (was !== 'ready') this.#compileAhead();
        return;
      case 'failed':
        void this.#tellUpdate();
        return this.#options.notices.show({
          topic: 'compiler',
          tone: 'error',
          text: `The compiler could not be loaded: ${state.message} Unedited examples still run.`,
          actions: [{ label: 'Try again', run: () => this.retryCompiler() }],
        });
    }
  }

  /** Nothing that could take long is done with a text before somebody has typed in it, or pressed Run. */
  #compileAhead(): void {
    const source = this.#options.source();
    if (source === this.#crashedOn || !(this.#isTyped || prebuiltWithSource(source) !== undefined)) return;
    this.#programs.get(source, this.optimisation).then(
      (program) => {
        if (source !== this.#options.source()) return;
        this.#showProblems(program);
        if (program.module !== undefined && !isBusy(this.phase)) this.#runner.prepare(program.module);
      },
      (error: unknown) => this.#compileFailed(source, error),
    );
  }

  #compileFailed(source: string, error: unknown): void {
    if (!(error instanceof CompilerCrashed) || this.compiler.kind === 'failed') return;
    this.#crashedOn = source;
    this.#options.notices.show({ topic: 'compiler', tone: 'error', text: messageOf(error), actions: [] });
  }

  #showProblems({ diagnostics, text, module }: Program): void {
    this.problems = { diagnostics, text, ok: module !== undefined };
  }
}
