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
import { runMain } from '../../tools/toolchain/run.mjs';
import { runProgram } from '../../wasm/run/host.ts';
import { loadBuiltCompiler } from '../../wasm/node/run.ts';
import { Analysis } from '../../web/src/page/findings/analysis.ts';
import { TraceOrder } from '../../wasm/api/trace-order.ts';
import type { Compiler, TraceEvent } from '../../wasm/api/types.ts';
import { isExemplary, isReal, judge, programNames, sourceFile, withoutNamespace } from './run.mjs';

const textOf = (file: string): string =>
  readFileSync(join(import.meta.dirname, file), 'utf8').replace('#pragma once', '');
const prelude = textOf('support/prelude.hpp')
  .replace('#include "pyprint.hpp"', () => textOf('pyprint.hpp'))
  .replaceAll(/(?<![\w:.])print\(/g, 'py_print(');

/** How many programs are compiled as one: what takes time is the headers. */
const batchSize = 30;

async function run(module: Uint8Array, name: string): Promise<string> {
  let output = '';
  const analysis = new Analysis('virtual');
  const onOutput = (stream: 'stdout' | 'stderr', text: string, time: number): void => {
    if (stream === 'stdout') output += text;
    analysis.addOutput([{ stream, text, time }]);
  };
  const order = new TraceOrder();
  const faults: string[] = [];
  const onTrace = (events: TraceEvent[]): void => {
    analysis.addEvents(events);
    for (const event of events) faults.push(...[order.add(event)].filter((fault) => fault !== undefined));
  };
  const { failure } = await runProgram({ module, args: [name], clock: 'virtual', onOutput, onTrace });
  if (failure) output += `(it failed: ${failure.kind} ${failure.type} ${failure.message})\n`;
  if (faults.length > 0) output += `(its trace is out of order: ${faults.slice(0, 3).join('; ')})\n`;
  analysis.end(failure);
  // What else is here tries out what goes wrong.
  const [finding] = isExemplary(name) ? analysis.findings : [];
  if (finding !== undefined) output += `(a finding: ${JSON.stringify(finding)})\n`;
  return withoutNamespace(name, output);
}

/** Each program in a namespace of its own, in which its own includes find everything done; the argument chooses one. */
function sourceOf(names: readonly string[]): string {
  const programs = names.map((name) => {
    // The page speaks C++23, where a call of print() with a std::string finds std::print() too. Only main() may end
    // without a return.
    const text = readFileSync(sourceFile(name), 'utf8')
      .replaceAll(/(?<![\w:.])print\(/g, 'py_print(')
      .replace('#include "pyprint.hpp"', '')
      .replace('int main()', 'void program_main()');
    return `namespace program_${name} {\n#line 1 "${name}.cpp"\n${text}\n}\n`;
  });
  const calls = names.map((name) => `  if (name == "${name}") return program_${name}::program_main();`);
  const choice = `void run(std::string_view name) {\n${calls.join('\n')}\n}\n`;
  return `${prelude}\n${programs.join('')}${choice}int main(int, char** arguments) { run(arguments[1]); }\n`;
}

interface Result {
  name: string;
  output: string;
}

async function resultsOf(compiler: Compiler, names: readonly string[]): Promise<Result[]> {
  const [first = ''] = names;
  const { module, text } = await compiler.compile(
    isReal(first) ? readFileSync(sourceFile(first), 'utf8') : sourceOf(names),
  );
  const results: Result[] = [];
  if (module) {
    for (const name of names) results.push({ name, output: await run(module, name) });
  } else if (names.length === 1) {
    results.push({ name: names[0] ?? '', output: `(it does not compile)\n${text}` });
  } else {
    // Which of them it is.
    for (const name of names) results.push(...(await resultsOf(compiler, [name])));
  }
  return results;
}

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { share: { type: 'string', default: '0/1' } },
    allowPositionals: true,
  });
  const [share = 0, of = 1] = values.share.split('/').map(Number);
  const all = positionals.length > 0 ? positionals : programNames(false);
  const names = all.filter((_, index) => index % of === share);
  const compiler = await loadBuiltCompiler();
  const results: Result[] = [];
  const small = names.filter((name) => !isReal(name));
  for (let begin = 0; begin < small.length; begin += batchSize)
    results.push(...(await resultsOf(compiler, small.slice(begin, begin + batchSize))));
  for (const name of names.filter(isReal)) results.push(...(await resultsOf(compiler, [name])));
  judge(results);
});
