/** Makes the files that the page loads as its compiler. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { paths, pchArguments, pchObjectArguments, preprocessArguments } from '../compiler/arguments.ts';
import { manifestFile, type Manifest, type PackFile } from '../compiler/pack-format.ts';
import { buildDir, root } from '../../tools/toolchain/paths.mjs';
import { say } from '../../tools/toolchain/run.mjs';
import { packed, type Effort } from './brotli.ts';
import { BuildClang, clangModule, clangResources, clangVersion } from './clang.ts';
import { encodePack } from './encode-pack.ts';
import { cached, hashOf, keepOnly, readFolder, writeWhole, type Files } from '../../tools/content.ts';
import { headers, libraryFiles } from './sysroot.ts';

const store = join(buildDir, 'packs');
const source = '/usr/lib/pch.hpp';
/** Of the form of the packs. */
const packVersion = '2';

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

/** Packs Clang, which nothing else is needed for: begun early, it is done beside all else. */
export function packClang(effort: Effort): Promise<PackedFile> {
  return pack('clang', hashOf(clangVersion()), clangModule, effort);
}

/** Writes the compiler's files and their manifest into `outDir`. */
export async function buildPacks(
  outDir: string,
  { sysroot, headers: { included, pch }, asyncio }: PackSources,
  clang: Promise<PackedFile>,
  effort: Effort,
): Promise<Manifest> {
  // Not part of the precompiled header, which need not be made again when one of them changes.
  const extras = readFolder(join(root, 'wasm', 'runtime', 'include'), paths.include);
  const packs = {
    headers: new Map([...withStubs(included, pch), ...extras]),
    libraries: libraryFiles(sysroot, asyncio),
    pch,
  };
  const made = await Promise.all(Object.entries(packs).map(([name, files]) => packFolder(name, files, effort)));
  const [compiler, ...others] = [await clang, ...made].map((file) => publish(outDir, file)) as [
    PackFile,
    ...PackFile[],
  ];
  const manifest: Manifest = { format: 2, compiler, packs: others };
  writeWhole(join(outDir, manifestFile), JSON.stringify(manifest));
  keepOnly(outDir, [manifestFile, ...[compiler, ...others].map(({ file }) => file)]);
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

/** A header of ours that is part of the precompiled one: `#pragma once` knows it as another file, so it must be empty. */
function withStubs(included: Files, pch: Files): Files {
  const text = new TextDecoder().decode(pch.get(paths.pchHeader));
  const stubbed = new Set([...text.matchAll(/^# 1 "([^"]*\/asyncio\/[^"]*)"/gm)].map(([, path]) => path));
  return new Map(
    [...included].map(([path, data]) => [path, stubbed.has(path) ? new TextEncoder().encode('#pragma once\n') : data]),
  );
}

interface PackedFile extends PackFile {
  data: Uint8Array;
}

function packFolder(name: string, files: Files, effort: Effort): Promise<PackedFile> {
  const hash = hashOf(packVersion, files);
  const stored = join(store, `${name}.${hash}.unpacked`);
  return pack(name, hash, () => cached(stored, () => encodePack(files, [paths.pch])), effort);
}

/** @param hash of all that goes into the file: its name holds it, so that it is made once */
async function pack(name: string, hash: string, make: () => Uint8Array, effort: Effort): Promise<PackedFile> {
  const stored = join(store, `${name}.${hash}`);
  const unpacked = make().length;
  const { data, quality } = await packed(stored, make, effort);
  return { file: `${name}.${hash}-${quality}.pack`, size: data.length, unpacked, data };
}

function publish(outDir: string, { data, ...file }: PackedFile): PackFile {
  cached(join(outDir, file.file), () => data);
  return file;
}
