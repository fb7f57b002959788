/** The files that make up the compiler, as the build lays them out and the page fetches them. */
import { joinBitstream } from './bitstream/join.ts';
import type { FileSystem } from './filesystem.ts';

/** A file beside the manifest; its name holds a hash of its content, so it may be cached for ever. */
export interface PackFile {
  file: string;
  /** Bytes of the file as it lies on the host, packed by Brotli. */
  size: number;
  /** Bytes of what is packed in it. */
  unpacked: number;
}

export interface Manifest {
  format: 2;
  /** Clang and wasm-ld, as WebAssembly. */
  compiler: PackFile;
  /** Folders: headers, libraries, the precompiled header. */
  packs: PackFile[];
}

export const manifestFile = 'manifest.json';

/** A pack is a JSON list of rows, its length as u32 before it, and the files' bytes after it. */
export interface PackRow {
  path: string;
  size: number;
  /** Whether the bytes are the columns of a bitstream. */
  columns: boolean;
}

/** Lays a pack's files out in `files`, without copying them. */
export function mountPack(pack: Uint8Array, files: FileSystem): void {
  const indexEnd = 4 + new DataView(pack.buffer, pack.byteOffset).getUint32(0, true);
  const index: unknown = JSON.parse(new TextDecoder().decode(pack.subarray(4, indexEnd)));
  if (!isPackIndex(index)) throw new Error('a file of the compiler is damaged');
  let at = indexEnd;
  for (const { path, size, columns } of index) {
    const bytes = pack.subarray(at, at + size);
    files.add(path, columns ? joinBitstream(bytes) : bytes);
    at += size;
  }
  if (at !== pack.length) throw new Error('it is not as long as it says');
}

function isPackIndex(value: unknown): value is PackRow[] {
  return Array.isArray(value) && value.every(isPackRow);
}

function isPackRow(value: unknown): value is PackRow {
  const row = value as Partial<Record<keyof PackRow, unknown>> | null;
  return typeof row?.path === 'string' && typeof row.size === 'number' && typeof row.columns === 'boolean';
}

export function parseManifest(text: string): Manifest {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 2) {
    throw new Error('the compiler on this site is of another version than the page: reload the page');
  }
  // Made by the same build as this code; the format's number stands for its shape.
  return value as Manifest;
}
