// @ts-check
/** Debian packages: installed on the machine when missing, where we may. */
import { existsSync } from 'node:fs';
import { takeLock } from './lock.mjs';
import { run, say, ToolchainError, tryCapture, which } from './run.mjs';

/** The command that shows a package's tool to be there, where its name is not the package's. */
const commandOf = new Map([
  ['lld-19', 'wasm-ld-19'],
  ['llvm-19', 'llvm-ar-19'],
  ['ninja-build', 'ninja'],
  ['g++', 'g++'],
  ['xz-utils', 'xz'],
  ['webkit2gtk-driver', 'WebKitWebDriver'],
  ['xvfb', 'Xvfb'],
]);

/** Packages that bring no command: looked for only where dpkg can tell. */
const withoutCommand = new Set([
  'libclang-rt-19-dev',
  'libssl-dev',
  'libasio-dev',
  'doxygen-awesome-css',
  'debian-archive-keyring',
  'ca-certificates',
]);

/**
 * Makes sure that the packages are installed. On a machine without apt their commands must be on PATH.
 * @param {readonly string[]} packages
 */
export function ensureApt(packages) {
  if (missingOf(packages).length === 0) return;
  const giveBack = takeLock('apt');
  try {
    // Another process may have installed them meanwhile.
    install(missingOf(packages));
  } finally {
    giveBack();
  }
}

/** @param {readonly string[]} packages */
const missingOf = (packages) => (which('dpkg-query') ? notInstalled(packages) : notOnPath(packages));

/** @param {readonly string[]} missing */
function install(missing) {
  if (missing.length === 0) return;
  const sudo = privilege();
  if (!which('apt-get') || sudo === undefined) {
    throw new ToolchainError(`please install: ${missing.join(' ')} (Debian's names)`);
  }
  say(`installing Debian packages: ${missing.join(' ')}`);
  const [command, ...prefix] = [...sudo, 'apt-get'];
  if (command === undefined) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    run(command, [...prefix, '-qq', '-o', 'DPkg::Lock::Timeout=600', ...args], { env, quiet: true });
  try {
    apt('install', '-y', '--no-install-recommends', ...missing);
  } catch {
    // A new machine has no package lists, and an old one stale ones.
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...missing);
  }
}

/** @param {readonly string[]} packages */
function notInstalled(packages) {
  const listed = tryCapture('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n']) ?? '';
  const installed = new Set(
    listed
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return packages.filter((name) => !installed.has(name) && !(commandOf.has(name) && which(commandOf.get(name) ?? '')));
}

/** @param {readonly string[]} packages */
function notOnPath(packages) {
  return packages.filter((name) => !withoutCommand.has(name) && !which(commandOf.get(name) ?? name));
}

/** @returns {string[] | undefined} what to put before a command that needs root; undefined: we cannot be root */
function privilege() {
  if (process.getuid?.() === 0) return [];
  return which('sudo') && existsSync('/usr/bin/sudo') && tryCapture('sudo', ['-n', 'true']) !== undefined
    ? ['sudo', '-n']
    : undefined;
}
