// @ts-check
/** Builds the C++ tests. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApt } from '../tools/toolchain/apt.mjs';
import { buildDir, root } from '../tools/toolchain/paths.mjs';
import { run } from '../tools/toolchain/run.mjs';
import { ensureSources } from '../tools/toolchain/sources.mjs';

/** What tells CMake where the libraries are that a preset's tests need. */
async function sourcesFor(/** @type {string} */ preset) {
  const catch2 = await ensureSources('catch2');
  // The benchmarks are tried out by one compiler: whether they work, not how fast.
  const benchmark = preset === 'gcc' ? await ensureSources('benchmark') : undefined;
  return [
    ...(catch2 ? [`-DFETCHCONTENT_SOURCE_DIR_CATCH2=${catch2}`] : []),
    ...(benchmark ? [`-DFETCHCONTENT_SOURCE_DIR_BENCHMARK=${benchmark}`] : []),
  ];
}

/** @param {string} preset */
async function configure(preset) {
  ensureApt(['cmake', 'ninja-build', 'ccache', 'g++', 'libssl-dev', 'openssl', 'libasio-dev']);
  const given = await sourcesFor(preset);
  const env = { ...process.env, ASYNCIO_COMPILER_LAUNCHER: 'ccache' };
  run('cmake', ['--preset', preset, ...given], { cwd: root, env, quiet: true });
}

/** @param {string} preset @param {readonly string[]} targets */
const build = (preset, targets) =>
  run('cmake', ['--build', join(buildDir, preset), '--target', ...targets], { cwd: root, quiet: true });

/**
 * Configures and builds the C++ tests by a preset.
 * @param {string} preset
 * @param {{ targets?: readonly string[] }} [options] what to build, if not all
 * @returns where they are
 */
export async function buildTests(preset, { targets = ['all'] } = {}) {
  await configure(preset);
  build(preset, targets);
  return join(buildDir, preset);
}

/**
 * Builds a few of the tests by the preset `dev`, as quickly as can be. What is configured already configures itself anew when
 * it has to.
 * @param {readonly string[]} targets
 * @returns where they are
 */
export async function buildAlone(targets) {
  if (!existsSync(join(buildDir, 'dev', 'build.ninja'))) {
    ensureApt(['clang-19', 'lld-19']);
    await configure('dev');
  }
  build('dev', targets);
  return join(buildDir, 'dev', 'tests');
}
