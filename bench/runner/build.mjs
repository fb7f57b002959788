// @ts-check
/** Builds the programs, optimised. */
import { join } from 'node:path';
import { ensureApt } from '../../tools/toolchain/apt.mjs';
import { buildDir, root } from '../../tools/toolchain/paths.mjs';
import { run, say } from '../../tools/toolchain/run.mjs';
import { ensureSources } from '../../tools/toolchain/sources.mjs';

/** CMake's preset, Debian's package and the command of each compiler. */
export const compilers = {
  gcc: { preset: 'release', package: 'g++', command: 'g++' },
  clang: { preset: 'release-clang', package: 'clang-19', command: 'clang++-19' },
};

/** Where a compiler's programs are. @param {keyof typeof compilers} compiler */
export const programsOf = (compiler) => join(buildDir, compilers[compiler].preset, 'bench');

/** The program that puts load on echo servers. @param {keyof typeof compilers} compiler */
export const loadOf = (compiler) => join(programsOf(compiler), 'echo_load');

/**
 * @param {keyof typeof compilers} compiler
 * @param {readonly { packages: readonly string[], targets: readonly string[] }[]} contenders
 */
export async function build(compiler, contenders) {
  const { preset, package: compilerPackage } = compilers[compiler];
  const packages = contenders.flatMap((contender) => contender.packages);
  ensureApt([...new Set(['cmake', 'ninja-build', 'g++', compilerPackage, 'util-linux', ...packages])]);
  const sources = await ensureSources('benchmark');
  say(`building the benchmarks with ${compilers[compiler].command}`);
  const given = sources ? [`-DFETCHCONTENT_SOURCE_DIR_BENCHMARK=${sources}`] : [];
  run('cmake', ['--preset', preset, ...given], { cwd: root, quiet: true });
  const targets = ['bench_allocations', 'echo_load', ...contenders.flatMap((contender) => contender.targets)];
  run('cmake', ['--build', join(buildDir, preset), '--target', ...targets], { cwd: root, quiet: true });
}

/** Builds the same for WebAssembly. @returns {Promise<string>} the module */
export async function buildForWebAssembly() {
  const { tsImport } = await import('tsx/esm/api');
  const { buildForPage, benchmarksModule } = await tsImport('../../tools/wasm-build.ts', import.meta.url);
  await buildForPage();
  return benchmarksModule;
}
