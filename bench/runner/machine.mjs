// @ts-check
/** What figures depend on, for the record. */
import { cpus, loadavg, release } from 'node:os';
import { tryCapture } from '../../tools/toolchain/run.mjs';

/** The machine's load, as 1, 5 and 15 minutes' average. */
export const load = () => loadavg().map((value) => Number(value.toFixed(2)));

export const machine = () => ({ cpu: cpus()[0]?.model ?? 'unknown', processors: cpus().length, kernel: release() });

/** The versions of Debian packages, as far as dpkg knows them. @param {readonly string[]} packages */
export function versionsOf(packages) {
  return Object.fromEntries(
    packages.map((name) => [name, tryCapture('dpkg-query', ['-W', '-f', '${Version}', name]) ?? 'unknown']),
  );
}

/** @param {string} compiler */
export const compilerVersion = (compiler) => tryCapture(compiler, ['--version'])?.split('\n')[0] ?? compiler;
