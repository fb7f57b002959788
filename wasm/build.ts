/** Builds the runtime for WebAssembly, the page's compiler and the examples' modules. Run by itself it builds them all. */
import { join } from 'node:path';
import { ensureApt } from './toolchain/apt.mjs';
import { ensureEmscripten } from './toolchain/emscripten.mjs';
import { buildDir, root } from './toolchain/paths.mjs';
import { run, runMain, say } from './toolchain/run.mjs';
import { buildExamples } from './packs/examples.ts';
import { buildPacks } from './packs/packs.ts';

export { buildExamples, buildPacks };

const wasmDir = join(buildDir, 'wasm');
/** Where the page's build takes the compiler and the examples from. */
export const siteDir = join(buildDir, 'site');

/** Builds `core` with the browser's host. @returns the archive libasyncio.a */
export async function buildWasm(): Promise<string> {
  ensureApt(['cmake', 'ninja-build']);
  const { toolchainFile, env } = await ensureEmscripten();
  say('building the runtime for WebAssembly');
  const options = [
    `-DCMAKE_TOOLCHAIN_FILE=${toolchainFile}`,
    '-DCMAKE_BUILD_TYPE=Release',
    '-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG',
  ];
  run(
    'cmake',
    ['-G', 'Ninja', '-S', root, '-B', wasmDir, ...options, `-DCMAKE_ARCHIVE_OUTPUT_DIRECTORY=${wasmDir}/lib`],
    { env, quiet: true },
  );
  run('cmake', ['--build', wasmDir, '--target', 'asyncio'], { env, quiet: true });
  return join(wasmDir, 'lib', 'libasyncio.a');
}

/** All that the page needs beside its own files. */
export async function buildSite(outDir: string = siteDir): Promise<void> {
  await buildPacks(join(outDir, 'compiler'), await buildWasm());
  await buildExamples(join(outDir, 'compiler'), join(outDir, 'examples'));
}

if (process.argv[1] === import.meta.filename) await runMain(() => buildSite());
