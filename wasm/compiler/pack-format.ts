/** The files that make up the compiler, as the build lays them out and the page fetches them. */
import { concatenate } from '../module/sections.ts';
import type { FileSystem } from './filesystem.ts';

/** A file beside the manifest; its name holds a hash of its content, so it may be cached for ever. */
export interface PackFile {
  file: string;
  /** Bytes of the file as it lies on the host. */
  size: number;
}

export interface Manifest {
  format: 1;
  /** Clang and wasm-ld: plain WebAssembly, compressed by the host if at all, so that the browser can cache its compiled code. */
  compiler: PackFile;
  /** Gzipped folders: headers, libraries, the precompiled header. */
  packs: PackFile[];
}

export const manifestFile = 'manifest.json';

/** A pack is a JSON list of [path, size], its length as u32 before it, and the files' bytes after it. */
export function packParts(files: ReadonlyMap<string, Uint8Array>): Uint8Array[] {
  const index = new TextEncoder().encode(JSON.stringify([...files].map(([path, data]) => [path, data.length])));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, index.length, true);
  return [length, index, ...files.values()];
}

export function encodePack(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return concatenate(packParts(files));
}

/** Lays a pack's files out in `files`, without copying them. */
export function mountPack(pack: Uint8Array, files: FileSystem): void {
  const indexEnd = 4 + new DataView(pack.buffer, pack.byteOffset).getUint32(0, true);
  const index: unknown = JSON.parse(new TextDecoder().decode(pack.subarray(4, indexEnd)));
  if (!isPackIndex(index)) throw new Error('a file of the compiler is damaged');
  let at = indexEnd;
  for (const [path, size] of index) {
    files.add(path, pack.subarray(at, at + size));
    at += size;
  }
  if (at !== pack.length) throw new Error('it is not as long as it says');
}

function isPackIndex(value: unknown): value is [string, number][] {
  return (
    Array.isArray(value) &&
    value.every((row) => Array.isArray(row) && typeof row[0] === 'string' && typeof row[1] === 'number')
  );
}

export function parseManifest(text: string): Manifest {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 1) {
    throw new Error('the compiler on this site is of another version than the page: reload the page');
  }
  // Made by the same build as this code; the format's number stands for its shape.
  return value as Manifest;
}
