// @ts-check
/**
 * Compares random programs on the library with CPython's asyncio.
 *
 *     node tests/random/run.mjs [--seconds=60] [--seed=N] [--programs=N] [--native=FILE] [--wasm=FILE]
 *
 * --seed: the first program's; without it one lane begins at 1, the other at a number of the day.
 * --programs: so many instead of as many as there is time for. --native, --wasm: interpreters that are built already.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain, say, ToolchainError } from '../../tools/toolchain/run.mjs';
import { Lane } from './compare.mjs';
import { Interpreter } from './interpreter.mjs';

const here = import.meta.dirname;
/** After so many the rest is of the same kind, most often. */
const mostFailures = 5;

/** Of the day: each has programs of its own. */
const seedOfTheDay = () => Math.floor(Date.now() / 86_400_000) * 1_000_000;

/**
 * @param {{ native: string, wasm?: string | undefined, seconds?: number, seed?: number | undefined, programs?: number | undefined }} options
 */
export async function runRandom({ native, wasm, seconds = 60, seed, programs = Infinity }) {
  const single = programs < Infinity || availableParallelism() < 2;
  const seeds = seed === undefined ? [1, seedOfTheDay()] : [seed, seed + 500_000];
  const lanes = (single ? seeds.slice(0, 1) : seeds).map((first) => ({ first, lane: makeLane(native, wasm) }));
  say(`random programs from seed ${lanes.map(({ first }) => first).join(' and from ')} on`);
  const end = Date.now() + seconds * 1000;
  const goesOn = (/** @type {Lane} */ lane) =>
    lane.failures.length < mostFailures && lane.compared < programs && Date.now() < end;
  try {
    await Promise.all(lanes.map(({ first, lane }) => lane.compare(first, () => goesOn(lane))));
  } finally {
    await Promise.all(lanes.flatMap(({ lane }) => [lane.python.stop(), lane.native.stop(), lane.wasm?.stop()]));
  }
  report(lanes.map(({ lane }) => lane));
}

/** @param {string} native @param {string} [wasm] */
function makeLane(native, wasm) {
  const python = new Interpreter('CPython', process.execPath, ['--stack-size=4000', join(here, 'cpython.mjs')]);
  const asWasm =
    wasm &&
    new Interpreter('WebAssembly', process.execPath, [
      '--import',
      import.meta.resolve('tsx'),
      join(here, 'run-in-node.ts'),
      wasm,
    ]);
  return new Lane(python, new Interpreter('native', native), asWasm || undefined);
}

/** @param {Lane[]} lanes */
function report(lanes) {
  const sum = (/** @type {(lane: Lane) => number} */ of) => lanes.reduce((total, lane) => total + of(lane), 0);
  const failures = lanes.flatMap((lane) => lane.failures);
  for (const failure of failures) process.stdout.write(`\n${failure}`);
  process.stdout.write(
    `random: ${sum((lane) => lane.compared)} programs compared with CPython, ` +
      `${sum((lane) => lane.comparedAsWasm)} of them as WebAssembly too; ${failures.length} differ\n`,
  );
  if (failures.length > 0) throw new ToolchainError('the library differs from CPython');
}

async function main() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string' },
      programs: { type: 'string' },
      native: { type: 'string' },
      wasm: { type: 'string' },
    },
  });
  const built = values.native ? values : await (await import('../suites.mjs')).buildRandomInterpreters();
  await runRandom({
    native: built.native ?? '',
    wasm: built.wasm,
    seconds: Number(values.seconds),
    seed: values.seed === undefined ? undefined : Number(values.seed),
    programs: values.programs === undefined ? undefined : Number(values.programs),
  });
}

if (process.argv[1] === import.meta.filename) await runMain(main);
