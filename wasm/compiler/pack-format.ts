/** The files that make up the compiler, as the build lays them out and the page fetches them. */
import { concatenate } from '../module/sections.ts';
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

/** @param files each with its row */
export function encodeRows(files: readonly (readonly [PackRow, Uint8Array])[]): Uint8Array<ArrayBuffer> {
  return concatenate(packParts(files));
}

/** A pack as it is one after the other, without a copy of the files. */
export function packParts(files: readonly (readonly [PackRow, Uint8Array])[]): Uint8Array[] {
  const index = new TextEncoder().encode(JSON.stringify(files.map(([row]) => row)));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, index.length, true);
  return [length, index, ...files.map(([, data]) => data)];
}

/** The same pack with its columns put together, which takes a while. */
export function joinPack(pack: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const files = decodeRows(pack);
  if (!files.some(([row]) => row.columns)) return pack;
  return encodeRows(
    files.map(([row, data]) => {
      const joined = row.columns ? joinBitstream(data) : data;
      return [{ path: row.path, size: joined.length, columns: false }, joined];
    }),
  );
}

/** Lays a joined pack's files out in `files`, without copying them. */
export function mountPack(pack: Uint8Array, files: FileSystem): void {
  for (const [{ path }, data] of decodeRows(pack)) files.add(path, data);
}

function decodeRows(pack: Uint8Array): [PackRow, Uint8Array][] {
  const indexEnd = 4 + new DataView(pack.buffer, pack.byteOffset).getUint32(0, true);
  const index: unknown = JSON.parse(new TextDecoder().decode(pack.subarray(4, indexEnd)));
  if (!isPackIndex(index)) throw new Error('a file of the compiler is damaged');
  let at = indexEnd;
  const files = index.map((row): [PackRow, Uint8Array] => [row, pack.subarray(at, (at += row.size))]);
  if (at !== pack.length) throw new Error('it is not as long as it says');
  return files;
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
