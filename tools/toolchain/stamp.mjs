// @ts-check
/** Steps that are done once: each leaves a folder that is whole or absent, so an interrupted run starts its step again. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const stampName = '.stamp';

/**
 * Makes `dir` by calling `fill` with a temporary folder beside it, then renames that. Does nothing when `dir` was made
 * with the same `key` before.
 * @param {string} dir @param {string} key @param {(tmp: string) => void | Promise<void>} fill
 */
export async function makeOnce(dir, key, fill) {
  const stamp = join(dir, stampName);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
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
