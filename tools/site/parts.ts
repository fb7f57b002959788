/** Builds the page's compiler, the examples' modules and the benchmarks. Run by itself it builds them all. */
import { join } from 'node:path';
import { ensureEmscripten } from '../toolchain/emscripten.mjs';
import { startTypeScript } from '../toolchain/node-modules.mjs';
import { buildDir } from '../toolchain/paths.mjs';
import { runMain } from '../toolchain/run.mjs';
import { benchmarksModule, libraryFile } from '../wasm-build.ts';
import { publishBenchmarks } from './benchmarks.ts';
import { publishPython } from './python.ts';
import { buildExamples } from './examples.ts';
import type { Effort } from '../../wasm/packs/brotli.ts';
import { buildPacks, packClang, precompile } from '../../wasm/packs/packs.ts';

/** Where the page's build takes the compiler and the examples from. */
export const siteDir = join(buildDir, 'site');

/** All that the page needs beside its own files. */
export async function buildSite(outDir: string = siteDir, effort: Effort = 'quick'): Promise<void> {
  const clang = packClang(effort);
  const { sysroot } = await ensureEmscripten();
  // In a process of its own: to precompile the headers keeps this one busy, and needs nothing of what is built there.
  const native = startTypeScript('tools/wasm-build.ts');
  const headers = precompile(sysroot);
  await native;
  await buildPacks(join(outDir, 'compiler'), { sysroot, headers, asyncio: libraryFile }, clang, effort);
  await buildExamples(join(outDir, 'compiler'), join(outDir, 'examples'));
  publishBenchmarks(benchmarksModule, join(outDir, 'benchmarks'));
  publishPython(join(outDir, 'python'));
}

if (process.argv[1] === import.meta.filename) await runMain(() => buildSite());
