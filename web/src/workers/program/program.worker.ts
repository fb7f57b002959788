/**
 * Runs one program inside the sandbox and then waits to be terminated. A fresh Worker serves each run. It speaks with the page
 * by the port that the frame hands it, and with nobody else.
 */
import { parseSchedule } from '../../../../wasm/api/schedules.ts';
import { exploreProgram } from '../../../../wasm/run/explore.ts';
import { runProgram } from '../../../../wasm/run/host.ts';
import { InputQueue } from '../../../../wasm/run/input-queue.ts';
import { ProgramModule } from '../../../../wasm/run/program-module.ts';
import { Scheduler } from '../../../../wasm/run/scheduler.ts';
import { TaskNames, tell } from '../../../../wasm/run/told.ts';
import type { ProgramOptions } from '../../../../wasm/api/types.ts';
import type { RunRequest, SentRunReply } from '../../protocol/messages.ts';
import { parseRunRequest } from '../../protocol/parse.ts';
import { packEvents } from '../../protocol/trace-batch.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';
import { lockDown } from '../lockdown.ts';
import { OutputSender } from './output-sender.ts';
import { PageNetwork } from './page-network.ts';
import { TraceSender } from './trace-sender.ts';

type Start = Extract<RunRequest, { kind: 'start' }>;

/** The one run of this Worker. */
class Run {
  readonly #port: MessagePort;
  readonly #start: Start;
  readonly #module: Promise<ProgramOptions['module']>;
  readonly #output: OutputSender;
  readonly #trace: TraceSender;
  readonly #network: PageNetwork;
  readonly #input = new InputQueue();

  constructor(port: MessagePort, start: Start, module: Promise<ProgramOptions['module']>) {
    const { run, baseUrl } = start;
    this.#port = port;
    this.#start = start;
    this.#module = module;
    this.#output = new OutputSender(({ chunks, skipped }) => this.#send({ kind: 'output', run, chunks, skipped }));
    this.#trace = new TraceSender((events, summary) => {
      const packed = packEvents(events);
      this.#send({ kind: 'trace', run, events: packed, summary }, [packed.numbers.buffer]);
    });
    this.#network = new PageNetwork(baseUrl, run, (message) => this.#send(message));
    this.#input.onAwaited = () => {
      // The question comes before the answer.
      this.#output.flush();
      this.#send({ kind: 'inputAwaited', run });
    };
  }

  async execute(): Promise<void> {
    const { run, jspi, clock, input } = this.#start;
    const scheduler = schedulerOf(this.#start);
    const names = new TaskNames();
    this.#input.give(input?.text ?? '');
    if (input?.waits !== true) this.#input.end();
    try {
      const result = await runProgram({
        module: await this.#module,
        // Left out where there is JSPI, so that the host decides by what this Worker has.
        ...(jspi ? {} : { jspi: false }),
        clock,
        ...(scheduler ? { scheduler } : {}),
        args: input?.args ?? [],
        env: environmentOf(input?.env ?? []),
        stdin: this.#input,
        network: this.#network,
        onOutput: (stream, text, time) => this.#output.add(stream, text, time),
        onTrace: (events) => {
          if (scheduler) names.add(events);
          this.#trace.add(events);
        },
      });
      this.#output.flush();
      await this.#trace.drain();
      const told = scheduler ? { told: tell(scheduler, names) } : {};
      this.#send({ kind: 'finished', run, result, summary: this.#trace.summary, ...told });
    } catch (error) {
      this.#output.flush();
      this.#send({ kind: 'broken', run, message: messageOf(error) });
    }
  }

  receive(request: Exclude<RunRequest, { kind: 'start' | 'prepare' | 'explore' }>): void {
    switch (request.kind) {
      case 'ping':
        return this.#send({ kind: 'pong', run: request.run });
      case 'shown':
        return (request.what === 'output' ? this.#output : this.#trace).outlet.acknowledged();
      case 'input':
        return this.#input.give(request.text);
      case 'inputEnd':
        return this.#input.end();
      case 'fetched':
      case 'fetchFailed':
        return this.#network.answered(request);
    }
  }

  #send(message: SentRunReply, moved: Transferable[] = []): void {
    this.#port.postMessage(message, moved);
  }
}

function schedulerOf({ schedule }: Start): Scheduler | undefined {
  const parsed = schedule === undefined ? undefined : parseSchedule(schedule);
  return parsed && new Scheduler(parsed);
}

async function explore(
  port: MessagePort,
  { run, ...options }: Extract<RunRequest, { kind: 'explore' }>,
): Promise<void> {
  const send = (message: SentRunReply): void => port.postMessage(message);
  try {
    const exploration = await exploreProgram({
      ...options,
      onProgress: (exploration) => send({ kind: 'explored', run, exploration, ended: false }),
    });
    send({ kind: 'explored', run, exploration, ended: true });
  } catch (error) {
    send({ kind: 'broken', run, message: messageOf(error) });
  }
}

/** @param variables each `NAME=value` */
function environmentOf(variables: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    variables.map((variable) => {
      const [name = ''] = variable.split('=', 1);
      return [name, variable.slice(name.length + 1)];
    }),
  );
}

/** Gives back the bytes where it is refused: then the run says why. */
function prepare(module: Uint8Array<ArrayBuffer>): Promise<ProgramOptions['module']> {
  return ProgramModule.compile(module).catch(() => module);
}

function serve(port: MessagePort): void {
  let prepared: Promise<ProgramOptions['module']> = Promise.reject(new Error('no program was sent'));
  prepared.catch(() => {});
  let current: Run | undefined;
  port.onmessage = (event: MessageEvent<unknown>) => {
    const request = parseRunRequest(event.data);
    switch (request.kind) {
      case 'prepare':
        prepared = prepare(request.module);
        return;
      case 'start':
        current = new Run(port, request, request.module === undefined ? prepared : Promise.resolve(request.module));
        return void current.execute();
      case 'explore':
        return void explore(port, request);
      case 'ping':
      case 'shown':
      case 'input':
      case 'inputEnd':
      case 'fetched':
      case 'fetchFailed':
        return current?.receive(request);
    }
  };
  const loaded: SentRunReply = { kind: 'loaded' };
  port.postMessage(loaded);
}

lockDown(globalThis);
addEventListener('message', ({ ports: [port] }) => {
  if (port !== undefined) serve(port);
});
