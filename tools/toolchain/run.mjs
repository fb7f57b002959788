// @ts-check
/** Running other programs, with errors that say what to do about them. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Something that this machine lacks or that a tool could not do. Shown as its message alone, without a stack. */
export class ToolchainError extends Error {
  /** @override */
  name = 'ToolchainError';
}

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, input?: string }} RunOptions */

/** @param {string} message */
export function say(message) {
  process.stderr.write(`==> ${message}\n`);
}

/** A command as a message shows it: of many arguments the first. @param {string} command @param {readonly string[]} args */
function commandLine(command, args) {
  const most = 12;
  const more = args.length > most ? ` … (${args.length - most} more)` : '';
  return `${command} ${args.slice(0, most).join(' ')}${more}`;
}

/**
 * Runs a program to its end; what it prints is shown, or with `quiet` only when it fails.
 * @param {string} command @param {readonly string[]} args @param {RunOptions} [options]
 */
export function run(command, args, { cwd, env, quiet = false, input } = {}) {
  const done = spawnSync(command, args, {
    cwd,
    env: env ?? process.env,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: [input === undefined ? 'ignore' : 'pipe', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  if (done.error) throw new ToolchainError(`cannot start ${command}: ${done.error.message}`);
  if (done.status === 0) return done.stdout ?? '';
  if (quiet) process.stderr.write(`${done.stdout}${done.stderr}`);
  throw new ToolchainError(`${commandLine(command, args)}\nfailed (${done.signal ?? `exit code ${done.status}`})`);
}

/**
 * Starts a program; what it prints is shown.
 * @param {string} command @param {readonly string[]} args @param {{ cwd?: string }} [options] @returns {Promise<void>}
 */
export function start(command, args, { cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => reject(new ToolchainError(`cannot start ${command}: ${error.message}`)));
    child.on('exit', (code, signal) => {
      if (code === 0) return resolve();
      reject(new ToolchainError(`${commandLine(command, args)}\nfailed (${signal ?? `exit code ${code}`})`));
    });
  });
}

/**
 * The output of a program, or `undefined` when it is not there or fails.
 * @param {string} command @param {readonly string[]} args
 */
export function tryCapture(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return done.status === 0 ? done.stdout : undefined;
}

/** @param {string} command @returns {string | undefined} its path, if it is on PATH */
export function which(command) {
  for (const dir of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(dir, command);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/**
 * Runs a script's main function; a ToolchainError ends it with its message alone.
 * @param {() => unknown} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(
      error instanceof ToolchainError
        ? `error: ${error.message}\n`
        : `${error instanceof Error ? error.stack : error}\n`,
    );
    process.exitCode = 1;
  }
}
