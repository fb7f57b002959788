/**
 * Runs programs from the command line, in Node: `tsx wasm/node/run.ts [--virtual|--slow] [--trace] program.cpp|module.wasm [arguments]`.
 * Source is compiled by the page's compiler, which must be built. The environment and the exit code are the program's, too.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadCompiler } from '../compiler/compiler.ts';
import { parseSchedule } from '../api/schedules.ts';
import { runProgram } from '../run/host.ts';
import { Scheduler } from '../run/scheduler.ts';
import { fetchFile } from './fetch-file.ts';
import { unpack } from './unpack.ts';
import type { Compiler, ProgramOptions } from '../api/types.ts';

/** Where the build leaves the compiler. */
const built = join(dirname(fileURLToPath(import.meta.url)), '../../build/site/compiler/');

export async function loadBuiltCompiler(): Promise<Compiler> {
  return loadCompiler({ baseUrl: pathToFileURL(built), fetch: fetchFile, unpack });
}

export async function moduleOf(file: string): Promise<Uint8Array | undefined> {
  const content = readFileSync(file);
  if (file.endsWith('.wasm')) return content;
  const compiler = await loadBuiltCompiler();
  const { module, text, compileMs, linkMs } = await compiler.compile(content.toString());
  process.stderr.write(text);
  if (process.env['ASYNCIO_TIMES'])
    process.stderr.write(`compile ${compileMs.toFixed(0)} ms, link ${linkMs.toFixed(0)} ms\n`);
  return module;
}

/** Of the environment, as natively. */
function schedulerOf(text: string | undefined): Pick<ProgramOptions, 'scheduler'> {
  if (text === undefined || text === '') return {};
  const schedule = parseSchedule(text);
  if (schedule === undefined) throw new Error(`ASYNCIO_SCHEDULE: not a schedule: '${text}'`);
  return { scheduler: new Scheduler(schedule) };
}

async function main(): Promise<number> {
  // What comes after the program is for the program.
  const own = process.argv.slice(2).findIndex((arg) => !arg.startsWith('--'));
  const [file, ...args] = own < 0 ? [] : process.argv.slice(2 + own);
  const { values } = parseArgs({
    args: process.argv.slice(2, own < 0 ? undefined : 2 + own),
    options: { virtual: { type: 'boolean' }, slow: { type: 'boolean' }, trace: { type: 'boolean' } },
  });
  if (file === undefined) {
    process.stderr.write('usage: run.ts [--virtual|--slow] [--trace] program.cpp|module.wasm [arguments]\n');
    return 2;
  }
  const module = await moduleOf(file);
  if (!module) return 1;
  const options: ProgramOptions = {
    module,
    args,
    env: { ...process.env } as Record<string, string>,
    ...schedulerOf(process.env['ASYNCIO_SCHEDULE']),
    clock: values.virtual ? 'virtual' : values.slow ? 'slow' : 'real',
    onOutput: (stream, text) => process[stream].write(text),
    ...(values.trace
      ? { onTrace: (events) => events.forEach((event) => process.stderr.write(`${JSON.stringify(event)}\n`)) }
      : {}),
  };
  const { exitCode, failure } = await runProgram(options);
  if (failure) process.stderr.write(`${failure.kind}: ${[failure.type, failure.message].filter(Boolean).join(': ')}\n`);
  return exitCode;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
