/** What CMake builds with Emscripten. Run by itself it builds what the page needs of that. */
import { join } from 'node:path';
import { ensureApt } from './toolchain/apt.mjs';
import { ensureEmscripten } from './toolchain/emscripten.mjs';
import { buildDir, root } from './toolchain/paths.mjs';
import { run, runMain, say } from './toolchain/run.mjs';
import { ensureSources, type Library } from './toolchain/sources.mjs';

const dir = join(buildDir, 'wasm');
/** `core` with the browser's host. */
export const libraryFile = join(dir, 'lib', 'libasyncio.a');
/** The C++ benchmarks as one program. */
export const benchmarksModule = join(dir, 'bench', 'bench_asyncio.wasm');

/** Builds the library and the benchmarks. */
export async function buildForPage(): Promise<void> {
  say('building the runtime and the benchmarks for WebAssembly');
  const sources = await ensureSources('benchmark');
  await build(['asyncio', 'bench_asyncio'], ['-DASYNCIO_BUILD_BENCHMARKS=ON', ...given('benchmark', sources)]);
}

/** Builds the unit tests, with the library as the page gets it. @returns their module */
export async function buildUnitTests(): Promise<string> {
  say('building the unit tests for WebAssembly');
  return buildTest('unit', 'unit_tests');
}

/** Builds the interpreter of random programs. @returns its module */
export async function buildRandomInterpreter(): Promise<string> {
  say('building the interpreter of random programs for WebAssembly');
  return buildTest('random', 'random_interpreter');
}

async function buildTest(folder: string, target: string): Promise<string> {
  const sources = await ensureSources('catch2');
  await build([target], ['-DASYNCIO_BUILD_TESTS=ON', ...given('catch2', sources)]);
  return join(dir, 'tests', folder, `${target}.wasm`);
}

/** Tells CMake where a library's sources are, if they are here. */
const given = (library: Library, sources: string | undefined): string[] =>
  sources ? [`-DFETCHCONTENT_SOURCE_DIR_${library.toUpperCase()}=${sources}`] : [];

async function build(targets: readonly string[], options: readonly string[]): Promise<void> {
  ensureApt(['cmake', 'ninja-build', 'ccache']);
  const { toolchainFile, env } = await ensureEmscripten();
  const common = [
    `-DCMAKE_TOOLCHAIN_FILE=${toolchainFile}`,
    '-DCMAKE_BUILD_TYPE=Release',
    '-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG',
    `-DCMAKE_ARCHIVE_OUTPUT_DIRECTORY=${join(dir, 'lib')}`,
    '-DCMAKE_CXX_COMPILER_LAUNCHER=ccache',
    '-DASYNCIO_DEVELOPMENT=ON',
  ];
  run('cmake', ['-G', 'Ninja', '-S', root, '-B', dir, ...common, ...options], { env, quiet: true });
  run('cmake', ['--build', dir, '--target', ...targets], { env, quiet: true });
}

if (process.argv[1] === import.meta.filename) await runMain(buildForPage);
