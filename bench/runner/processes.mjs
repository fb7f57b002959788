// @ts-check
/** Contenders as processes, each on one processor. */
import { spawn, spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { which } from '../../tools/toolchain/run.mjs';

/** A contender that gave no result: it crashed, was wrong, or took too long. That is an answer, too. */
export class NoAnswer extends Error {
  /** @override */
  name = 'NoAnswer';
}

/** Who is measured has the last processor, and who puts load on it the first. */
export const measured = cpus().length - 1;
export const loading = 0;

const mostSeconds = 300;

/** @param {readonly string[]} command @param {number} cpu @returns {[string, string[]]} */
function pinned(command, cpu) {
  const [program = '', ...args] = which('taskset') ? ['taskset', '-c', String(cpu), ...command] : command;
  return [program, args];
}

/**
 * Runs a program to its end. @param {readonly string[]} command
 * @param {{ cpu?: number, env?: Record<string, string> }} [options]
 * @returns {string} what it printed
 */
export function output(command, { cpu = measured, env = {} } = {}) {
  const [program, args] = pinned(command, cpu);
  const done = spawnSync(program, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: mostSeconds * 1e3,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (done.status === 0) return done.stdout;
  throw new NoAnswer(reason(done));
}

/** @param {import('node:child_process').SpawnSyncReturns<string>} done */
function reason({ error, signal, status, stderr }) {
  if (error && /** @type {NodeJS.ErrnoException} */ (error).code === 'ETIMEDOUT')
    return `no result in ${mostSeconds} s`;
  if (error) return error.message;
  const said = stderr.trim().split('\n').at(-1);
  return [signal ?? `exit code ${status}`, said].filter(Boolean).join(': ');
}

/**
 * Runs a server while `use` does; the server prints its port in a line.
 * @template T
 * @param {readonly string[]} command @param {(port: string, pid: number) => T} use @returns {Promise<T>}
 */
export async function withServer(command, use) {
  const [program, args] = pinned(command, measured);
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('close', resolve));
  try {
    const port = await new Promise((resolve, reject) => {
      createInterface(server.stdout).once('line', resolve);
      server.once('error', reject);
      server.once('close', () => reject(new NoAnswer(`${command.join(' ')} ended before it told its port`)));
    });
    return use(port, Number(server.pid));
  } finally {
    server.kill();
    await ended;
  }
}
