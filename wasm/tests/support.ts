/** What the tests that compile and run programs share. The compiler must be built; it is loaded once a file. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { runProgram } from '../run/host.ts';
import { loadBuiltCompiler } from '../node/run.ts';
import type { Compiler, CompileResult, ProgramOptions, RunResult } from '../api/types.ts';
import { buildSite, siteDir } from '../../tools/site/parts.ts';

let loaded: Promise<Compiler> | undefined;

async function load(): Promise<Compiler> {
  if (!existsSync(siteDir)) await buildSite();
  return loadBuiltCompiler();
}

export function compiler(): Promise<Compiler> {
  return (loaded ??= load());
}

export async function compile(source: string): Promise<CompileResult> {
  return (await compiler()).compile(source);
}

const prelude =
  '#include <asyncio/asyncio.hpp>\n#include <print>\n#include <stdexcept>\n#include <vector>\nusing namespace std::chrono_literals;\n';

/** Compiles a program that must compile; the usual headers stand before it. */
export async function build(source: string): Promise<Uint8Array> {
  const { module, text } = await compile(prelude + source);
  assert.ok(module, text);
  return module;
}

export interface Outcome extends RunResult {
  stdout: string;
  stderr: string;
}

export async function run(source: string, options: Partial<ProgramOptions> = {}): Promise<Outcome> {
  const output = { stdout: '', stderr: '' };
  const result = await runProgram({
    module: await build(source),
    onOutput: (stream, text) => (output[stream] += text),
    ...options,
  });
  return { ...result, ...output };
}
