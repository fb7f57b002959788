// @ts-check
/** node_modules, installed when missing or older than the lock file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run, say, ToolchainError, which } from './run.mjs';

export function ensureNodeModules() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new ToolchainError(`please install Node.js 20 or newer (this is ${process.version})`);
  const stamp = join(root, 'node_modules', '.asyncio-stamp');
  const key = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  if (!which('npm')) throw new ToolchainError('please install npm');
  say('installing npm packages');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  writeFileSync(stamp, key);
}

/**
 * Runs a TypeScript file of the project with the pinned tsx.
 * @param {string} file relative to the project's root @param {readonly string[]} [args]
 */
export function runTypeScript(file, args = []) {
  ensureNodeModules();
  run(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, file), ...args], { cwd: root });
}
