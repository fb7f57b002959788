/** Makes the files that the page loads as its compiler. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { paths, pchArguments, pchObjectArguments } from '../js/arguments.ts';
import { encodePack, manifestFile, type Manifest, type PackFile } from '../js/packs.ts';
import { ensureEmscripten } from '../toolchain/emscripten.mjs';
import { buildDir, root } from '../toolchain/paths.mjs';
import { say } from '../toolchain/run.mjs';
import { BuildClang, clangModule, clangResources, clangVersion } from './clang.ts';
import { cached, hashOf, keepOnly, writeWhole, type Files } from './content.ts';
import { headers, libraryFiles } from './sysroot.ts';

const store = join(buildDir, 'packs');

/** Writes the compiler's files and their manifest into `outDir`. @param asyncio the archive that `buildWasm` made */
export async function buildPacks(outDir: string, asyncio: string): Promise<Manifest> {
  const { sysroot } = await ensureEmscripten();
  const included = headers(sysroot, join(root, 'core', 'include'), clangResources());
  included.set(paths.pchHeader, readFileSync(join(root, 'wasm', 'packs', 'pch.hpp')));
  const packs = { headers: included, libraries: libraryFiles(sysroot, asyncio), pch: precompile(included) };
  const manifest: Manifest = {
    format: 1,
    compiler: publish(outDir, 'clang', 'wasm', `${clangVersion()}`, clangModule),
    packs: Object.entries(packs).map(([name, files]) =>
      publish(outDir, name, 'pack.gz', files, () => gzipSync(encodePack(files), { level: 9 })),
    ),
  };
  writeWhole(join(outDir, manifestFile), JSON.stringify(manifest));
  keepOnly(outDir, [manifestFile, manifest.compiler.file, ...manifest.packs.map(({ file }) => file)]);
  return manifest;
}

/** The precompiled header and its object: by far the slowest part, kept by all that goes into it. */
function precompile(included: Files): Files {
  const clang = new BuildClang();
  const dir = join(store, `pch-${hashOf(included, clangVersion(), JSON.stringify([pchArguments(), pchObjectArguments()]))}`);
  if (!existsSync(dir)) say("precompiling the page's headers");
  const pch = cached(join(dir, 'asyncio.pch'), () => clang.run(pchArguments(), included, paths.pch));
  const withPch = new Map([...included, [paths.pch, pch]]);
  const object = cached(join(dir, 'asyncio.pch.o'), () => clang.run(pchObjectArguments(), withPch, paths.pchObject));
  return new Map([
    [paths.pch, pch],
    [paths.pchObject, object],
  ]);
}

/** Puts a file into `outDir` under a name that holds the hash of its content. */
function publish(outDir: string, name: string, extension: string, content: string | Files, make: () => Uint8Array): PackFile {
  const file = `${name}.${hashOf(content)}.${extension}`;
  const size = cached(join(outDir, file), () => cached(join(store, file), make)).length;
  return { file, size };
}
