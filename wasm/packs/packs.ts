/** Makes the files that the page loads as its compiler. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { paths, pchArguments, pchObjectArguments, preprocessArguments } from '../js/arguments.ts';
import { encodePack, manifestFile, type Manifest, type PackFile } from '../js/packs.ts';
import { ensureEmscripten } from '../toolchain/emscripten.mjs';
import { buildDir, root } from '../toolchain/paths.mjs';
import { say } from '../toolchain/run.mjs';
import { BuildClang, clangModule, clangResources, clangVersion } from './clang.ts';
import { cached, hashOf, keepOnly, readFolder, writeWhole, type Files } from './content.ts';
import { headers, libraryFiles } from './sysroot.ts';

const store = join(buildDir, 'packs');
const source = '/usr/lib/pch.hpp';

/** Writes the compiler's files and their manifest into `outDir`. @param asyncio the archive that `buildWasm` made */
export async function buildPacks(outDir: string, asyncio: string): Promise<Manifest> {
  const { sysroot } = await ensureEmscripten();
  const included = headers(sysroot, join(root, 'core', 'include'), clangResources());
  const pch = precompile(included);
  // Not part of the precompiled header, which need not be made again when one of them changes.
  const extras = readFolder(join(root, 'wasm', 'include'), paths.include);
  const packs = { headers: new Map([...withStubs(included, pch), ...extras]), libraries: libraryFiles(sysroot, asyncio), pch };
  const manifest: Manifest = {
    format: 1,
    compiler: publish(outDir, 'clang', 'wasm', `${clangVersion()}`, clangModule),
    // Gzipped, but not called so: many a server takes the ending `.gz` for an encoding, and then the browser unpacks it.
    packs: Object.entries(packs).map(([name, files]) =>
      publish(outDir, name, 'pack', files, () => gzipSync(encodePack(files), { level: 9 })),
    ),
  };
  writeWhole(join(outDir, manifestFile), JSON.stringify(manifest));
  keepOnly(outDir, [manifestFile, manifest.compiler.file, ...manifest.packs.map(({ file }) => file)]);
  return manifest;
}

/** The precompiled header, its text and its object: by far the slowest part, kept by all that goes into it. */
function precompile(included: Files): Files {
  const clang = new BuildClang();
  const files: Files = new Map([...included, [source, readFileSync(join(root, 'wasm', 'packs', 'pch.hpp'))]]);
  const stages = [
    { args: preprocessArguments(source), result: paths.pchHeader },
    { args: pchArguments(), result: paths.pch },
    { args: pchObjectArguments(), result: paths.pchObject },
  ];
  const dir = join(store, `pch-${hashOf(files, clangVersion(), JSON.stringify(stages))}`);
  if (!existsSync(dir)) say("precompiling the page's headers");
  const made: Files = new Map();
  for (const { args, result } of stages) {
    made.set(
      result,
      cached(join(dir, basename(result)), () => clang.run(args, new Map([...files, ...made]), result)),
    );
  }
  return made;
}

/** A header of ours that is part of the precompiled one: `#pragma once` knows it as another file, so it must be empty. */
function withStubs(included: Files, pch: Files): Files {
  const text = new TextDecoder().decode(pch.get(paths.pchHeader));
  const stubbed = new Set([...text.matchAll(/^# 1 "([^"]*\/asyncio\/[^"]*)"/gm)].map(([, path]) => path));
  return new Map(
    [...included].map(([path, data]) => [path, stubbed.has(path) ? new TextEncoder().encode('#pragma once\n') : data]),
  );
}

/** Puts a file into `outDir` under a name that holds the hash of its content. */
function publish(
  outDir: string,
  name: string,
  extension: string,
  content: string | Files,
  make: () => Uint8Array,
): PackFile {
  const file = `${name}.${hashOf(content)}.${extension}`;
  const size = cached(join(outDir, file), () => cached(join(store, file), make)).length;
  return { file, size };
}
