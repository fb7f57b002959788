// @ts-check
/** What only one process at a time may do: fetch and install. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './paths.mjs';

const lookEveryMs = 200;
const dir = join(cacheDir, 'locks');

/**
 * Waits until no other process has the lock of this name, and takes it. One that ended without giving it back has it no more.
 * @param {string} name @returns {() => void} gives it back
 */
export function takeLock(name) {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, name);
  while (!tryTake(file)) {
    if (!holderLives(file)) rmSync(file, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lookEveryMs);
  }
  return () => rmSync(file, { force: true });
}

/** @param {string} file */
function tryTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function holderLives(file) {
  try {
    // Its first moment it is empty.
    const holder = Number(readFileSync(file, 'utf8'));
    return holder === 0 || process.kill(holder, 0);
  } catch {
    return false;
  }
}
