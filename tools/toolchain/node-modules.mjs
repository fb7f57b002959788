// @ts-check
/** node_modules, installed when missing or other than the lock file says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run, say, start, ToolchainError, which } from './run.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

export function ensureNodeModules() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new ToolchainError(`please install Node.js 20 or newer (this is ${process.version})`);
  if (isUpToDate()) return;
  if (!which('npm')) throw new ToolchainError('please install npm');
  say('installing npm packages');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
}

/** npm writes the hidden lock file last, so an interrupted install has none. */
function isUpToDate() {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** @param {string} file @returns {Packages} */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/**
 * Runs a TypeScript file of the project with the pinned tsx.
 * @param {string} file relative to the project's root @param {readonly string[]} [args]
 */
export function runTypeScript(file, args = []) {
  ensureNodeModules();
  run(process.execPath, typeScriptArguments(file, args), { cwd: root });
}

/**
 * The same, beside others.
 * @param {string} file @param {readonly string[]} [args] @param {readonly string[]} [nodeOptions] @returns {Promise<void>}
 */
export function startTypeScript(file, args = [], nodeOptions = []) {
  ensureNodeModules();
  return start(process.execPath, [...nodeOptions, ...typeScriptArguments(file, args)], { cwd: root });
}

/** @param {string} file @param {readonly string[]} args */
function typeScriptArguments(file, args) {
  return ['--import', import.meta.resolve('tsx'), join(root, file), ...args];
}
