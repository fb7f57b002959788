// @ts-check
/** What each test suite needs and runs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApt } from '../tools/toolchain/apt.mjs';
import { runTypeScript } from '../tools/toolchain/node-modules.mjs';
import { buildDir, root } from '../tools/toolchain/paths.mjs';
import { run, which } from '../tools/toolchain/run.mjs';
import { visitInBrowsers } from './browsers/run.mjs';
import { buildTests } from './build.mjs';
import { runConformance, runConformanceInNode } from './conformance/run.mjs';
import { measureCoverage } from './coverage/run.mjs';
import { runFuzzers } from './fuzz/run.mjs';
import { testPackage } from './package/run.mjs';
import { runRandom } from './random/run.mjs';
import { testServers } from './servers/run.mjs';
import { soak } from './soak/run.mjs';

const npx = (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
  run(process.execPath, [join(root, 'node_modules', '.bin', name), ...args], { cwd: root });
const npmScript = (/** @type {string} */ name) => run('npm', ['run', '--silent', name], { cwd: root });

/** Unit and fault tests, and what must not compile. @param {string} dir */
const runTests = (dir) => run('ctest', ['--test-dir', dir, '--output-on-failure', '--parallel', '2'], { cwd: root });

/** @param {string} dir */
const runPrograms = (dir) => runConformance(join(dir, 'tests', 'conformance', 'conformance'));

const clang = ['clang-19', 'libclang-rt-19-dev'];

/** Builds the interpreters of random programs. */
export async function buildRandomInterpreters() {
  const dir = await buildTests('gcc', { targets: ['random_interpreter'] });
  runTypeScript('tests/random/build-wasm.ts');
  return {
    native: join(dir, 'tests', 'random', 'random_interpreter'),
    wasm: join(buildDir, 'wasm', 'tests', 'random', 'random_interpreter.wasm'),
  };
}

function checkFormat() {
  ensureApt(['clang-format-19']);
  const folders = [
    'core',
    'wasm/runtime',
    'tests/unit',
    'tests/faults',
    'tests/fuzz',
    'tests/random/cpp',
    'tests/servers',
    'tests/soak',
    'docs/examples/servers',
    'bench',
  ];
  const files = run('git', ['ls-files', ...folders.map((folder) => `${folder}/*.?pp`)], { cwd: root, quiet: true });
  run(
    'clang-format-19',
    ['--dry-run', '--Werror', ...files.split('\n').filter((file) => existsSync(join(root, file)) && file)],
    { cwd: root },
  );
}

/**
 * @typedef {object} Suite
 * @property {string} what
 * @property {() => unknown} run
 * @property {readonly string[]} [after] suites whose results it uses
 * @property {readonly string[]} [holds] what only one suite at a time can use: a folder in `build/`; the browser, whose patience is measured
 */

/** @type {Record<string, Suite>} */
export const suites = {
  lint: {
    what: 'format and lint of C++ (changed files; in CI all) and TypeScript; the structure of core; links and listings of the documents',
    run: () => {
      checkFormat();
      run(process.execPath, ['tests/structure/check.mjs'], { cwd: root });
      run(process.execPath, ['docs/check.mjs'], { cwd: root });
      run(process.execPath, ['tests/structure/clang-tidy.mjs'], { cwd: root });
      npmScript('lint');
    },
  },
  web: { what: "unit tests of the page's logic", run: () => npmScript('test:unit') },
  gcc: {
    what: 'the runtime and the conformance programs, g++ with the address sanitizer',
    holds: ['gcc'],
    run: async () => {
      const dir = await buildTests('gcc');
      runTests(dir);
      await runPrograms(dir);
    },
  },
  clang: {
    what: 'the runtime, clang++ 19 with address and undefined-behaviour sanitizers',
    run: async () => {
      ensureApt(clang);
      runTests(await buildTests('clang', { targets: ['unit_tests', 'fault_tests'] }));
    },
  },
  programs: {
    what: 'the conformance programs, clang++ 19 with address and undefined-behaviour sanitizers',
    run: async () => {
      ensureApt(clang);
      await runPrograms(await buildTests('clang', { targets: ['conformance'] }));
    },
  },
  threads: {
    what: 'what threads share, clang++ 19 with the thread sanitizer',
    run: async () => {
      ensureApt(clang);
      const dir = await buildTests('tsan', { targets: ['unit_tests'] });
      run(join(dir, 'tests', 'unit', 'unit_tests'), [], { cwd: root });
    },
  },
  fuzz: {
    what: 'what takes bytes of others apart, by libFuzzer; ASYNCIO_FUZZ_SECONDS for each target, if not a fixed number of runs',
    run: async () => {
      ensureApt(clang);
      runFuzzers(await buildTests('fuzz', { targets: ['fuzzers'] }));
    },
  },
  coverage: {
    what: 'how much of core the unit, fault and conformance programs run',
    run: async () => {
      ensureApt([...clang, 'llvm-19']);
      await measureCoverage(await buildTests('coverage', { targets: ['unit_tests', 'fault_tests', 'conformance'] }));
    },
  },
  soak: {
    what: 'ten minutes, or ASYNCIO_SOAK_SECONDS, of everything at once: memory and descriptors stay as they are',
    run: async () => soak(await buildTests('soak', { targets: ['soak'] })),
  },
  bench: {
    what: "the benchmarks' runner, and those of JavaScript and Python",
    run: () => {
      ensureApt(['python3']);
      run(process.execPath, ['--expose-gc', '--test', 'tests/bench/'], { cwd: root });
    },
  },
  servers: {
    what: "servers and streams with curl, wrk and Python's asyncio at the other end",
    after: ['gcc'],
    holds: ['gcc'],
    run: async () => {
      ensureApt(['python3', 'curl', 'wrk']);
      testServers(await buildTests('gcc', { targets: ['echo_server', 'http_server', 'stream_client'] }));
    },
  },
  package: { what: 'installing the library and using it', run: () => testPackage() },
  random: {
    what: "random programs, natively and as WebAssembly, whose traces are compared with those of CPython's asyncio",
    after: ['gcc'],
    holds: ['gcc', 'wasm'],
    run: async () => runRandom({ ...(await buildRandomInterpreters()), seconds: 25 }),
  },
  wasm: {
    what: 'the unit tests as WebAssembly, in Node',
    holds: ['wasm'],
    run: () => runTypeScript('tests/unit/run-in-node.ts'),
  },
  site: {
    what: 'building the page, its compiler and its examples',
    holds: ['wasm'],
    run: () => run(process.execPath, ['tools/site/build.mjs', 'quick'], { cwd: root }),
  },
  docs: {
    what: 'the reference site: its pages, its links, and the programs that open in the playground',
    after: ['site'],
    run: () => runTypeScript('tests/docs/run.ts'),
  },
  host: {
    what: "the page's compiler and host, in Node; the conformance programs through them",
    after: ['site'],
    run: () => {
      npmScript('test:host');
      return runConformanceInNode();
    },
  },
  e2e: {
    what: 'the built page in Chromium',
    after: ['site'],
    holds: ['browser'],
    run: () => {
      if (!which('chromium')) ensureApt(['chromium']);
      npx('playwright', 'test', '--config', 'tests/e2e/playwright.config.ts');
    },
  },
  browsers: {
    what: 'one visit to the built page in Chromium, Firefox and WebKit',
    after: ['site'],
    holds: ['browser'],
    run: () => visitInBrowsers(),
  },
  hostile: {
    what: 'programs that mean harm, in the built page in Chromium',
    after: ['site'],
    holds: ['browser'],
    run: () => {
      if (!which('chromium')) ensureApt(['chromium']);
      npx('playwright', 'test', '--config', 'tests/hostile/playwright.config.ts');
    },
  },
};
