// @ts-check
/** What may stand behind `npm run bench --`. */
import { parseArgs } from 'node:util';
import { ToolchainError } from '../../tools/toolchain/run.mjs';

/** How long to measure one contender in one round. @typedef {{ repetitions: number, minTime: number, seconds: number }} Budget */
/** @typedef {{ compiler: 'gcc' | 'clang', rows: number[], peers: string[], wasm: boolean, rounds: number, budget: Budget, help: boolean }} Options */

export const usage = `npm run bench -- [options]

  --compiler=gcc|clang   g++ (the default) or clang++ 19
  --row=N                only that row of the table; may be repeated
  --peer=NAME            only that peer, beside this library and the limit; may be repeated
  --wasm                 this library as WebAssembly, too, in the same Node
  --quick                one round of two short repetitions: a look, not a measurement
`;

/** @type {Budget} */
const thorough = { repetitions: 5, minTime: 0.05, seconds: 6 };
/** @type {Budget} */
const quick = { repetitions: 2, minTime: 0.01, seconds: 1 };

/** @param {string[]} args @returns {Options} */
export function parseOptions(args) {
  const { values } = parse(args);
  const compiler = values.compiler ?? 'gcc';
  if (compiler !== 'gcc' && compiler !== 'clang') throw new ToolchainError(`--compiler=${compiler}: gcc or clang`);
  return {
    compiler,
    rows: (values.row ?? []).map(rowNumber),
    peers: values.peer ?? [],
    wasm: values.wasm ?? false,
    rounds: values.quick ? 1 : 2,
    budget: values.quick ? quick : thorough,
    help: values.help ?? false,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        compiler: { type: 'string' },
        row: { type: 'string', multiple: true },
        peer: { type: 'string', multiple: true },
        wasm: { type: 'boolean' },
        quick: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ToolchainError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** @param {string} text */
function rowNumber(text) {
  const row = Number(text);
  if (!Number.isInteger(row)) throw new ToolchainError(`--row=${text}: a row has a number`);
  return row;
}
