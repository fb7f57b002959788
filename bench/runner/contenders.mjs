// @ts-check
/** Who answers the questions, and how each is asked. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/toolchain/paths.mjs';
import { googleBenchmark } from './google-benchmark.mjs';
import { scriptedBenchmark } from './scripted-benchmark.mjs';

/**
 * What answers a contender's questions, all but the echo.
 * `answers`: the names of those it knows (`yield/1000`, or `yield` for any argument).
 * @typedef {object} Program
 * @property {() => ReadonlySet<string>} answers
 * @property {(question: import('./questions.mjs').Question, budget: import('./options.mjs').Budget) => number[]} measure
 * @property {((question: import('./questions.mjs').Question) => { allocations: number, bytes: number })} [count]
 */

/**
 * `packages`: Debian's. `targets`: of CMake. `server`: the command of its echo server, empty if it has none.
 * @typedef {object} Contender
 * @property {string} id
 * @property {string} label
 * @property {'ours' | 'limit' | 'peer'} kind
 * @property {readonly string[]} packages
 * @property {readonly string[]} targets
 * @property {Program | null} program
 * @property {readonly string[]} server
 */

/** Debian's, if it is there: figures of one that somebody built are not comparable. */
export const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const pythonRun = [python, join(root, 'bench', 'contenders', 'python', 'run.py')];
const pythonServer = [python, join(root, 'bench', 'questions', 'echo', 'python_server.py')];
const nodeRun = join(root, 'bench', 'contenders', 'javascript', 'node', 'run.mjs');
const nodeServer = join(root, 'bench', 'questions', 'echo', 'node-server.mjs');

/** @param {string} dir where CMake puts the programs @returns {readonly Contender[]} */
export function contendersIn(dir) {
  const library = join(dir, 'libbench_allocations.so');
  const cpp = (
    /** @type {string} */ id,
    /** @type {string} */ label,
    /** @type {Contender['kind']} */ kind,
    /** @type {string[]} */ ...packages
  ) => ({
    ...{ id, label, kind, packages, targets: [`bench_${id}`, `echo_${id}`] },
    program: googleBenchmark([join(dir, `bench_${id}`)], library),
    server: [join(dir, `echo_${id}`)],
  });
  const uvloop = { kind: /** @type {const} */ ('peer'), packages: ['python3', 'python3-uvloop'], targets: [] };
  return [
    cpp('asyncio', 'this library', 'ours'),
    {
      ...{ id: 'asyncio_protocol', label: 'this library, protocol', kind: 'ours', packages: [], program: null },
      ...{ targets: ['echo_asyncio_protocol'], server: [join(dir, 'echo_asyncio_protocol')] },
    },
    cpp('limit', 'limit', 'limit'),
    cpp('asio', 'Asio', 'peer', 'libasio-dev'),
    cpp('asio_callbacks', 'Asio callbacks', 'peer', 'libasio-dev'),
    cpp('libuv', 'libuv', 'peer', 'libuv1-dev'),
    {
      ...{ id: 'node', label: 'Node', kind: 'peer', packages: [], targets: [] },
      program: scriptedBenchmark([process.execPath, '--expose-gc', nodeRun]),
      server: [process.execPath, nodeServer],
    },
    {
      ...{ id: 'cpython', label: 'CPython', kind: 'peer', packages: ['python3'], targets: [] },
      program: scriptedBenchmark(pythonRun),
      server: pythonServer,
    },
    {
      ...{ id: 'uvloop', label: 'uvloop', ...uvloop },
      program: scriptedBenchmark(pythonRun, ['--uvloop']),
      server: [...pythonServer, '--uvloop'],
    },
    {
      ...{ id: 'uvloop_protocol', label: 'uvloop protocol', ...uvloop },
      program: null,
      server: [...pythonServer, '--uvloop', '--protocol'],
    },
  ];
}

/** This library once more, in Node. @param {string} module @returns {Contender} */
export function asWebAssembly(module) {
  const run = [process.execPath, '--import', import.meta.resolve('tsx'), join(root, 'wasm', 'node', 'run.ts'), module];
  return {
    ...{ id: 'wasm', label: 'this library, wasm', kind: 'ours', packages: [], targets: [] },
    program: googleBenchmark(run),
    server: [],
  };
}
