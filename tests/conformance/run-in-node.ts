/**
 * Compiles the conformance programs with the page's compiler, as the page does, and runs them in Node, in virtual time. Not
 * with Emscripten's own compiler, which miscompiles a `catch` round a `co_await` in a loop (docs/pitfalls.md).
 *
 *     run-in-node.ts [--share=I/N] [NAME…]
 *
 * runs the named programs, or all; of those the I-th share of N, so that N processes can divide them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain } from '../../wasm/toolchain/run.mjs';
import { runProgram } from '../../wasm/js/host.ts';
import { loadBuiltCompiler } from '../../wasm/js/run.ts';
import type { Compiler } from '../../wasm/js/types.ts';
import { judge, programNames, sourceFile } from './run.mjs';

const pyprint = readFileSync(join(import.meta.dirname, 'pyprint.hpp'), 'utf8').replace('#pragma once', '');

async function run(module: Uint8Array): Promise<string> {
  let output = '';
  const onOutput = (stream: 'stdout' | 'stderr', text: string): void => {
    if (stream === 'stdout') output += text;
  };
  const { failure } = await runProgram({ module, clock: 'virtual', onOutput });
  return failure ? `${output}(it failed: ${failure.kind} ${failure.type} ${failure.message})\n` : output;
}

async function outputOf(compiler: Compiler, name: string): Promise<string> {
  const whole = readFileSync(sourceFile(name), 'utf8').replace('#include "pyprint.hpp"', () => pyprint);
  // The page speaks C++23, where a call of print() with a std::string finds std::print() too.
  const source = whole.replaceAll(/(?<![\w:.])print\(/g, 'py_print(');
  const { module, text } = await compiler.compile(source);
  return module ? run(module) : `(it does not compile)\n${text}`;
}

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { share: { type: 'string', default: '0/1' } },
    allowPositionals: true,
  });
  const [share = 0, of = 1] = values.share.split('/').map(Number);
  const names = positionals.length > 0 ? positionals : programNames(false);
  const compiler = await loadBuiltCompiler();
  const results = [];
  for (const [index, name] of names.entries())
    if (index % of === share) results.push({ name, output: await outputOf(compiler, name) });
  judge(results);
});
