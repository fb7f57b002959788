/** Makes the files that the page loads as its compiler. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';
import { paths, pchArguments, pchObjectArguments, preprocessArguments } from '../compiler/arguments.ts';
import { encodePack, manifestFile, type Manifest, type PackFile } from '../compiler/pack-format.ts';
import { buildDir, root } from '../../tools/toolchain/paths.mjs';
import { say } from '../../tools/toolchain/run.mjs';
import { BuildClang, clangFile, clangModule, clangResources, clangVersion } from './clang.ts';
import { cached, cachedLater, hashOf, keepOnly, readFolder, writeWhole, type Files } from '../../tools/content.ts';
import { headers, libraryFiles } from './sysroot.ts';

const store = join(buildDir, 'packs');
const source = '/usr/lib/pch.hpp';

/** The headers of a program, and what precompiling them has made. */
export interface Headers {
  included: Files;
  pch: Files;
}

/** What the compiler's files are made from. */
export interface PackSources {
  /** Emscripten's. */
  sysroot: string;
  headers: Headers;
  /** The archive of the library. */
  asyncio: string;
}

/** Writes the compiler's files and their manifest into `outDir`. */
export function buildPacks(outDir: string, { sysroot, headers: { included, pch }, asyncio }: PackSources): Manifest {
  // Not part of the precompiled header, which need not be made again when one of them changes.
  const extras = readFolder(join(root, 'wasm', 'runtime', 'include'), paths.include);
  const packs = {
    headers: new Map([...withStubs(included, pch), ...extras]),
    libraries: libraryFiles(sysroot, asyncio),
    pch,
  };
  const manifest: Manifest = {
    format: 1,
    compiler: publish(outDir, 'clang', 'wasm', clangVersion(), clangModule),
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
export function precompile(sysroot: string): Headers {
  const included = headers(
    sysroot,
    join(root, 'core', 'include'),
    join(root, 'wasm', 'packs', 'include'),
    clangResources(),
  );
  const clang = new BuildClang();
  const files: Files = new Map([...included, [source, readFileSync(join(root, 'wasm', 'packs', 'pch.hpp'))]]);
  const stages = [
    { args: preprocessArguments(source), result: paths.pchHeader },
    { args: pchArguments(), result: paths.pch },
    { args: pchObjectArguments(), result: paths.pchObject },
  ];
  const dir = join(store, `pch-${hashOf(files, clangVersion(), JSON.stringify(stages))}`);
  if (!existsSync(dir)) say("precompiling the page's headers");
  const pch: Files = new Map();
  for (const { args, result } of stages) {
    pch.set(
      result,
      cached(join(dir, basename(result)), () => clang.run(args, new Map([...files, ...pch]), result)),
    );
  }
  return { included, pch };
}

/** The page's Clang as a host serves it compressed, by the ending of its name. Made once: it takes half a minute. */
export async function compressedClang(): Promise<{ name: string; data: Uint8Array }[]> {
  const module = clangModule();
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: module.length,
  };
  const makers = {
    br: () => promisify(brotliCompress)(module, { params }),
    gz: () => promisify(gzip)(module, { level: 9 }),
  };
  const name = clangFile();
  return Promise.all(
    Object.entries(makers).map(async ([ending, make]) => {
      const file = `${name}.${ending}`;
      return { name: file, data: await cachedLater(join(store, file), make) };
    }),
  );
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
