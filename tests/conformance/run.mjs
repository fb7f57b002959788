// @ts-check
/** Runs the conformance programs, in virtual time, and compares what they print with what CPython prints. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ToolchainError } from '../../tools/toolchain/run.mjs';
import { startTypeScript } from '../../tools/toolchain/node-modules.mjs';

const here = import.meta.dirname;
const execute = promisify(execFile);
/** Past it a program hangs; none takes a tenth of it. */
const timeout = 60_000;

/** Programs of other folders, by what their names begin with. */
const elsewhere = new Map([
  ['doc_', join(here, '../../docs/examples')],
  ['program_', join(here, '../../docs/examples/programs')],
  ['course_', join(here, '../../docs/examples/course')],
  ['example_', join(here, '../../web/examples')],
]);

/** Headers that g++ 12 has not; CMakeLists.txt leaves out the same programs. Short ones have support/newer/print. */
const newer = /#include <(expected|format|print)>/;

/** @param {string} dir @param {string} [ending] */
const namesIn = (dir, ending = '.expected') =>
  readdirSync(dir)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));

/** Those of all folders. @param {string} [ending] */
const namesWith = (ending) => [
  ...namesIn(here, ending),
  ...[...elsewhere].flatMap(([prefix, dir]) => namesIn(dir, ending).map((name) => prefix + name)),
];

/** The programs that CPython runs as well. */
export const pythonNames = () => namesWith('.py').filter((name) => name !== 'remake');

/** @param {boolean} native also the programs that need threads, sockets or signals, but none that needs a newer library */
export function programNames(native) {
  return namesWith('.expected').filter((name) =>
    native ? !isReal(name) || !needsNewer(name) : !name.startsWith('native_'),
  );
}

/** Whether it is a program as somebody might write it, to be compiled as it stands. @param {string} name */
export const isReal = (name) => name.startsWith('program_');

/** Whether it shows how something is done, so that nothing is to be found fault with. @param {string} name */
export const isExemplary = (name) =>
  [...elsewhere.keys()].some((prefix) => name.startsWith(prefix)) && !name.startsWith('course_pitfall_');

/** @param {string} name */
const needsNewer = (name) => newer.test(readFileSync(sourceFile(name), 'utf8'));

/** @param {string} name */
function pathOf(name) {
  for (const [prefix, dir] of elsewhere) if (name.startsWith(prefix)) return join(dir, name.slice(prefix.length));
  return join(here, name);
}

/** What CPython runs. @param {string} name */
export const pythonFile = (name) => `${pathOf(name)}.py`;

/** @param {string} name */
export const expectedFile = (name) => `${pathOf(name)}.expected`;

/** @param {string} name */
const expected = (name) => readFileSync(expectedFile(name), 'utf8');

/** @param {string} name */
export const sourceFile = (name) => `${pathOf(name)}.cpp`;

/**
 * Says how many programs print what CPython prints, and what the others print.
 * @param {{ name: string, output: string }[]} results
 */
export function judge(results) {
  const different = results.filter(({ name, output }) => output !== expected(name));
  for (const { name, output } of different) {
    process.stderr.write(`--- ${name} prints\n${output}--- but CPython\n${expected(name)}`);
  }
  process.stdout.write(
    `conformance: ${results.length - different.length} of ${results.length} programs print what CPython prints\n`,
  );
  if (different.length > 0)
    throw new ToolchainError(`not like CPython: ${different.map(({ name }) => name).join(', ')}`);
}

/**
 * Each program is compiled in a namespace of its own, which Python's names of functions have not.
 * @param {string} name @param {string} output
 */
export const withoutNamespace = (name, output) => output.replaceAll(`program_${name}::`, '');

/** @param {string} executable @param {string} name */
async function outputOf(executable, name) {
  // Threads and sockets live in real time.
  const clock = name.startsWith('native_') ? {} : { ASYNCIO_CLOCK: 'virtual' };
  const env = { ...process.env, ...clock, ASAN_OPTIONS: 'detect_stack_use_after_return=0' };
  try {
    return withoutNamespace(name, (await execute(executable, [name], { env, timeout })).stdout);
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
    return `${stdout}(it failed: ${String(error)})\n${stderr}`;
  }
}

/** @param {readonly string[]} names @param {(name: string) => string} executableOf */
export async function compareAlone(names, executableOf) {
  const left = [...names];
  /** @type {{ name: string, output: string }[]} */
  const results = [];
  const worker = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      results.push({ name, output: await outputOf(executableOf(name), name) });
    }
  };
  await Promise.all([worker(), worker()]);
  judge(results);
}

/** @param {string} executable that holds all programs, built from tests/conformance */
export const runConformance = (executable) => compareAlone(programNames(true), () => executable);

/**
 * The same as WebAssembly, compiled by the page's compiler, which must be built; two processes share the work. That V8 optimises
 * the compiler takes longer than is gained by it.
 */
export async function runConformanceInNode() {
  const shares = ['0/2', '1/2'].map((share) =>
    startTypeScript('tests/conformance/run-in-node.ts', [`--share=${share}`], ['--liftoff-only']),
  );
  await Promise.all(shares);
}
