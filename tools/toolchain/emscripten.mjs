// @ts-check
/** Emscripten: the one on PATH or in $EMSDK where it is new enough, else a private copy of Debian 13's. */
import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureApt } from './apt.mjs';
import { ensureNodeModules } from './node-modules.mjs';
import { cacheDir, root } from './paths.mjs';
import { run, say, ToolchainError, tryCapture, which } from './run.mjs';
import { makeOnce } from './stamp.mjs';
import { hasTrixie, trixieApt } from './trixie.mjs';

const oldest = [3, 1, 69];
const llvm = ['clang-19', 'lld-19', 'llvm-19'];
const binaryenTools = ['wasm-opt', 'wasm-metadce', 'wasm2js', 'wasm-ctor-eval', 'wasm-merge', 'wasm-as', 'wasm-dis'];

/** What nothing here links: tests, documents, and the variants of the libraries for threads, dynamic linking, LTO, graphics. */
const leftOut = [
  '*/test/*',
  './usr/share/doc*',
  './usr/share/man*',
  '*/pic/*',
  '*/lto/*',
  '*/lto-pic/*',
  '*/thinlto/*',
  '*wasm64*',
  '*-mt.a',
  '*-mt-*.a',
  '*-ww.a',
  '*-ww-*.a',
  '*/libGL-emu*',
  '*/libGL-full*',
  '*/libGL-ofb*',
  '*/libGL-webgl2*',
  '*asan*.a',
  '*lsan*.a',
  '*ubsan*.a',
  '*sanitizer*.a',
  '*emmalloc*.a',
  '*mimalloc*.a',
  '*-icase*',
  '*embind*.a',
  '*libstb*',
  '*libwebgpu*',
  '*wasmfs*.a',
  '*/include/SDL*',
  '*/libSDL*',
];

/**
 * @typedef {object} Emscripten
 * @property {string} emxx the compiler driver
 * @property {string} toolchainFile for CMake
 * @property {string} sysroot headers under include/, libraries under lib/wasm32-emscripten/
 * @property {string} version
 * @property {NodeJS.ProcessEnv} env what the driver must be run with
 */

/** @returns {Promise<Emscripten>} */
export async function ensureEmscripten() {
  return installed() ?? (await privateCopy());
}

/** @returns {Emscripten | undefined} */
function installed() {
  const sdk = process.env['EMSDK'];
  const candidates = [which('em++'), sdk && join(sdk, 'upstream', 'emscripten', 'em++')];
  for (const emxx of candidates) {
    if (!emxx || !existsSync(emxx)) continue;
    const version = versionOf(tryCapture(emxx, ['--version']));
    if (version && isNewEnough(version)) return describe(dirname(realpathSync(emxx)), version, process.env);
  }
  return undefined;
}

/** @returns {Promise<Emscripten>} */
async function privateCopy() {
  if (!hasTrixie()) {
    throw new ToolchainError(
      `please install Emscripten ${oldest.join('.')} or newer (the emsdk) and put em++ on PATH, or set EMSDK`,
    );
  }
  ensureNodeModules();
  ensureApt([...llvm, 'python3']);
  const dir = join(cacheDir, 'emscripten');
  await makeOnce(dir, `${oldest.join('.')} ${leftOut.join(' ')}`, (tmp) => {
    say('fetching Emscripten from Debian 13 (237 MB, 100 MB unpacked)');
    trixieApt(['download', 'emscripten'], tmp);
    const deb = readdirSync(tmp).find((file) => file.endsWith('.deb')) ?? '';
    const excludes = leftOut.map((pattern) => `--exclude='${pattern}'`).join(' ');
    run('sh', ['-c', `dpkg-deb --fsys-tarfile '${deb}' | tar -x ${excludes}`], { cwd: tmp });
    rmSync(join(tmp, deb));
  });
  const env = { ...process.env, EM_CONFIG: writeConfig(), EMCC_SKIP_SANITY_CHECK: '1' };
  return describe(join(dir, 'usr', 'share', 'emscripten'), oldest.join('.'), env);
}

/** Emscripten's configuration, and npm's Binaryen under the names that Emscripten calls. */
function writeConfig() {
  const binaryen = join(cacheDir, 'binaryen');
  mkdirSync(join(binaryen, 'bin'), { recursive: true });
  for (const tool of binaryenTools) {
    const wrapper = join(binaryen, 'bin', tool);
    writeFileSync(
      wrapper,
      `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'node_modules', 'binaryen', 'bin', tool)}' "$@"\n`,
    );
    chmodSync(wrapper, 0o755);
  }
  const clang = which('clang-19');
  const config = join(cacheDir, 'emscripten-config.py');
  const lines = [
    `LLVM_ROOT = ${JSON.stringify(dirname(clang ?? '/usr/bin/clang-19'))}`,
    `BINARYEN_ROOT = ${JSON.stringify(binaryen)}`,
    `NODE_JS = ${JSON.stringify(process.execPath)}`,
    "LLVM_ADD_VERSION = '19'",
    "CLANG_ADD_VERSION = '19'",
    'FROZEN_CACHE = True',
  ];
  writeFileSync(config, `${lines.join('\n')}\n`);
  return config;
}

/** @param {string} home @param {string} version @param {NodeJS.ProcessEnv} env @returns {Emscripten} */
function describe(home, version, env) {
  return {
    emxx: join(home, 'em++'),
    toolchainFile: join(home, 'cmake', 'Modules', 'Platform', 'Emscripten.cmake'),
    sysroot: join(home, 'cache', 'sysroot'),
    version,
    env,
  };
}

/** @param {string | undefined} text */
function versionOf(text) {
  return /\b(\d+\.\d+\.\d+)\b/.exec(text ?? '')?.[1];
}

/** @param {string} version */
function isNewEnough(version) {
  const parts = version.split('.').map(Number);
  for (const [index, want] of oldest.entries()) {
    const have = parts[index] ?? 0;
    if (have !== want) return have > want;
  }
  return true;
}
