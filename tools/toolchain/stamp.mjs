// @ts-check
/** Steps that are done once: each leaves a folder that is whole or absent, so an interrupted run starts its step again. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { takeLock } from './lock.mjs';

const stampName = '.stamp';

/**
 * Makes `dir` by calling `fill` with a temporary folder beside it, then renames that. Does nothing when `dir` was made
 * with the same `key` before.
 * @param {string} dir @param {string} key @param {(tmp: string) => void | Promise<void>} fill
 */
export async function makeOnce(dir, key, fill) {
  if (isMade(dir, key)) return;
  const giveBack = takeLock(basename(dir));
  try {
    if (!isMade(dir, key)) await make(dir, key, fill);
  } finally {
    giveBack();
  }
}

/** @param {string} dir @param {string} key */
function isMade(dir, key) {
  const stamp = join(dir, stampName);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === key;
}

/** @param {string} dir @param {string} key @param {(tmp: string) => void | Promise<void>} fill */
async function make(dir, key, fill) {
  const tmp = `${dir}.tmp-${process.pid}`;
  rmSync(tmp, { recursive: true, force: true });
  mkdirSync(tmp, { recursive: true });
  try {
    await fill(tmp);
    writeFileSync(join(tmp, stampName), key);
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dirname(dir), { recursive: true });
    renameSync(tmp, dir);
  } finally {
    rmSync(tmp, { recursive: true, force: true });
  }
}
