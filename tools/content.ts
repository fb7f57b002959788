/** Files named by their content, so that nothing is made twice and a browser may keep what it has. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export type Files = Map<string, Uint8Array>;

export function hashOf(...parts: readonly (string | Uint8Array | Files)[]): string {
  const hash = createHash('sha256');
  const add = (data: string | Uint8Array): void => {
    hash.update(`${data.length}:`).update(data);
  };
  for (const part of parts) {
    if (!(part instanceof Map)) add(part);
    else for (const fileAndData of part) fileAndData.forEach(add);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Writes a file whole or not at all. */
export function writeWhole(file: string, data: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const tmp = `${file}.tmp-${process.pid}`;
  writeFileSync(tmp, data);
  renameSync(tmp, file);
}

/** The file's content, made by `make` unless the file is there already: its name must hold the hash of all that goes in. */
export function cached(file: string, make: () => Uint8Array): Uint8Array {
  if (existsSync(file)) return readFileSync(file);
  const data = make();
  writeWhole(file, data);
  return data;
}

/** The same where making takes its time beside this thread. */
export async function cachedLater(file: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  if (existsSync(file)) return readFileSync(file);
  const data = await make();
  writeWhole(file, data);
  return data;
}

/** Removes what an earlier build has left in a folder. */
export function keepOnly(dir: string, names: readonly string[]): void {
  for (const name of readdirSync(dir)) if (!names.includes(name)) rmSync(join(dir, name), { recursive: true });
}

/** A folder's files, under `mount`, in the order of their names. */
export function readFolder(dir: string, mount: string, wanted: (path: string) => boolean = () => true): Files {
  const found: Files = new Map();
  const visit = (folder: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const file = join(folder, name);
      const path = relative(dir, file).split(sep).join('/');
      if (!wanted(path)) continue;
      if (statSync(file).isDirectory()) visit(file);
      else found.set(`${mount}/${path}`, readFileSync(file));
    }
  };
  visit(dir);
  return found;
}
