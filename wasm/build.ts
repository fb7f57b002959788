/** Builds the runtime for WebAssembly, the page's compiler and the examples' modules. Run by itself it builds them all. */
import { join } from 'node:path';
import { ensureApt } from './toolchain/apt.mjs';
import { ensureEmscripten } from './toolchain/emscripten.mjs';
import { buildDir, root } from './toolchain/paths.mjs';
import { run, runMain, say } from './toolchain/run.mjs';
import { ensureSources, type Library } from './toolchain/sources.mjs';
import { publishBenchmarks } from './packs/benchmarks.ts';
import { buildExamples } from './packs/examples.ts';
import { buildPacks } from './packs/packs.ts';

export { buildExamples, buildPacks };

const wasmDir = join(buildDir, 'wasm');
/** The flags with which the page gets the library. */
const asShipped = ['-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG', `-DCMAKE_ARCHIVE_OUTPUT_DIRECTORY=${wasmDir}/lib`];
const benchmarksDir = join(buildDir, 'wasm-bench');
/** Where the page's build takes the compiler and the examples from. */
export const siteDir = join(buildDir, 'site');

/** Builds `core` with the browser's host. @returns the archive libasyncio.a */
export async function buildWasm(): Promise<string> {
  say('building the runtime for WebAssembly');
  await buildTarget(wasmDir, 'asyncio', asShipped);
  return join(wasmDir, 'lib', 'libasyncio.a');
}

/** Builds the unit tests, with the library as the page gets it. @returns their module */
export async function buildUnitTests(): Promise<string> {
  const sources = await ensureSources('catch2');
  say('building the unit tests for WebAssembly');
  await buildTarget(wasmDir, 'unit_tests', [...asShipped, '-DASYNCIO_BUILD_TESTS=ON', ...given('catch2', sources)]);
  return join(wasmDir, 'tests', 'unit', 'unit_tests.wasm');
}

/** Builds the C++ benchmarks as one program. @returns its module */
export async function buildBenchmarks(): Promise<string> {
  const sources = await ensureSources('benchmark');
  say('building the benchmarks for WebAssembly');
  await buildTarget(benchmarksDir, 'bench_asyncio', [
    '-DCMAKE_CXX_FLAGS_RELEASE=-O3 -DNDEBUG',
    '-DASYNCIO_BUILD_BENCHMARKS=ON',
    // Google Benchmark asks the compiler what it can do. Linking takes a tool of Emscripten that npm's Binaryen lacks, and
    // without linking it would find that threads can be bound to processors.
    '-DCMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY',
    '-DCOMPILE_HAVE_PTHREAD_AFFINITY=OFF',
    ...given('benchmark', sources),
  ]);
  return join(benchmarksDir, 'bench', 'bench_asyncio.wasm');
}

/** Tells CMake where a library's sources are, if they are here. */
const given = (library: Library, sources: string | undefined): string[] =>
  sources ? [`-DFETCHCONTENT_SOURCE_DIR_${library.toUpperCase()}=${sources}`] : [];

async function buildTarget(dir: string, target: string, options: readonly string[]): Promise<void> {
  ensureApt(['cmake', 'ninja-build', 'ccache']);
  const { toolchainFile, env } = await ensureEmscripten();
  const common = [
    `-DCMAKE_TOOLCHAIN_FILE=${toolchainFile}`,
    '-DCMAKE_BUILD_TYPE=Release',
    '-DCMAKE_CXX_COMPILER_LAUNCHER=ccache',
    '-DASYNCIO_DEVELOPMENT=ON',
  ];
  run('cmake', ['-G', 'Ninja', '-S', root, '-B', dir, ...common, ...options], { env, quiet: true });
  run('cmake', ['--build', dir, '--target', target], { env, quiet: true });
}

/** All that the page needs beside its own files. */
export async function buildSite(outDir: string = siteDir): Promise<void> {
  await buildPacks(join(outDir, 'compiler'), await buildWasm());
  await buildExamples(join(outDir, 'compiler'), join(outDir, 'examples'));
  publishBenchmarks(await buildBenchmarks(), join(outDir, 'benchmarks'));
}

if (process.argv[1] === import.meta.filename) await runMain(() => buildSite());
