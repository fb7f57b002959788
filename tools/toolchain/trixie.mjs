// @ts-check
/** Single packages of Debian 13 (trixie) for a machine of another release: a private apt configuration, the system untouched. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from './lock.mjs';
import { cacheDir } from './paths.mjs';
import { run, say, ToolchainError, tryCapture, which } from './run.mjs';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const suites = ['stable', 'oldstable', 'testing'];
let updated = false;

/** Whether packages of trixie can be had here. */
export function hasTrixie() {
  return which('apt-get') !== undefined && existsSync(keyring) && debianMirror() !== undefined;
}

/**
 * Runs apt-get against trixie in folder `cwd`, where it leaves what it downloads.
 * @param {readonly string[]} args @param {string} cwd
 */
export function trixieApt(args, cwd) {
  const giveBack = takeLock('trixie');
  try {
    askApt(args, cwd);
  } finally {
    giveBack();
  }
}

/** @param {readonly string[]} args @param {string} cwd */
function askApt(args, cwd) {
  const state = join(cacheDir, 'apt');
  const options = configure(state);
  if (!updated) {
    say('reading the package lists of Debian 13');
    run('apt-get', [...options, '-qq', 'update'], { quiet: true });
    updated = true;
  }
  run('apt-get', [...options, '-qq', ...args], { cwd, quiet: true });
}

/** @param {string} state @returns {string[]} */
function configure(state) {
  const mirror = debianMirror();
  if (mirror === undefined) throw new ToolchainError('this machine names no Debian mirror: set DEBIAN_MIRROR to one');
  for (const dir of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(state, dir), { recursive: true });
  const list = join(state, 'sources.list');
  writeFileSync(
    list,
    ['deb', 'deb-src'].map((kind) => `${kind} [signed-by=${keyring}] ${mirror} trixie main\n`).join(''),
  );
  writeFileSync(join(state, 'status'), '');
  const settings = {
    'Dir::Etc::SourceList': list,
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::Etc::PreferencesParts': '/dev/null',
    'Dir::State': state,
    'Dir::State::Lists': join(state, 'lists'),
    'Dir::State::Status': join(state, 'status'),
    'Dir::Cache': join(state, 'cache'),
    'Acquire::Languages': 'none',
    // apt's own download user may not write into the project's folder.
    'APT::Sandbox::User': 'root',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/** The mirror that this machine's own apt uses, or the one that the environment names. */
function debianMirror() {
  const named = process.env['DEBIAN_MIRROR'];
  if (named) return named;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!/^ID=debian$/m.test(release)) return undefined;
  const codename = /^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1];
  const targets =
    tryCapture('apt-get', [
      'indextargets',
      '--format',
      '$(REPO_URI) $(RELEASE) $(COMPONENT)',
      'Created-By: Packages',
    ]) ?? '';
  const rows = targets.split('\n').map((line) => line.split(' '));
  return rows.find(
    ([, suite, component]) => component === 'main' && (suite === codename || suites.includes(suite ?? '')),
  )?.[0];
}
