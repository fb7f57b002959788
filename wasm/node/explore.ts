/**
 * Explores a program's schedules from the command line, in Node: `tsx wasm/node/explore.ts [--runs=N] [--seconds=N] program.cpp|module.wasm`.
 */
import { parseArgs } from 'node:util';
import { exploreProgram } from '../run/explore.ts';
import { moduleOf } from './run.ts';
import type { Exploration } from '../api/types.ts';

function textOf({ runs, ms, groups, more, complete }: Exploration): string {
  const speed = Math.round((1_000 * runs) / ms);
  const all = complete ? ', all that there are' : '';
  const lines = groups.map(({ runs, schedule, told, failure, exitCode, head }) => {
    const how = failure ? `${failure.kind} ${failure.type} ${failure.message}` : `exit code ${exitCode}`;
    const words = told.map(({ time, first, second }) => `at ${time / 1_000} s ${first} before ${second}`).join('; ');
    return `${runs} runs: ${how} [${schedule}] ${words}\n${head}`;
  });
  return `${runs} schedules${all}, ${speed} a second, ${groups.length + more} outcomes\n${lines.join('')}`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '1000' }, seconds: { type: 'string', default: '10' } },
});
const module = await moduleOf(positionals[0] ?? '');
if (module === undefined) process.exitCode = 1;
else {
  const [runs, ms] = [Number(values.runs), Number(values.seconds) * 1_000];
  process.stdout.write(textOf(await exploreProgram({ module, runs, ms, seed: 1, onProgress: () => {} })));
}
