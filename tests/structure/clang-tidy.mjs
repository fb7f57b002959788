// @ts-check
/**
 * Asks clang-tidy (.clang-tidy) about core and wasm/runtime: in CI all of it, else the files that differ from the branch `main`,
 * or from the last commit. What takes time is the headers, so all sources of core are one translation unit, those for platforms
 * without a system another, and those of wasm/runtime a third, read as Emscripten reads them.
 *
 *   node tests/structure/clang-tidy.mjs        the files that differ
 *   node tests/structure/clang-tidy.mjs --all  all
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApt } from '../../tools/toolchain/apt.mjs';
import { ensureEmscripten } from '../../tools/toolchain/emscripten.mjs';
import { buildDir, root } from '../../tools/toolchain/paths.mjs';
import { run, runMain, say, ToolchainError, tryCapture } from '../../tools/toolchain/run.mjs';

const dir = join(buildDir, 'tidy');
/** What changes the answer for every file. */
const rules = ['.clang-tidy', 'tests/structure/clang-tidy.mjs'];

/** @param {readonly string[]} args @returns {string[]} the files that git names */
const git = (...args) => run('git', args, { cwd: root, quiet: true }).split('\n').filter(Boolean);

const folders = ['core', 'wasm/runtime'];

/** @returns {string[]} C++ of them, as paths of the repository */
const allFiles = () =>
  git('ls-files', '--cached', '--others', '--exclude-standard', ...folders.map((folder) => `${folder}/*.?pp`));

/** @returns {string[]} what of it, and of the rules, differs from where this branch began */
function changedFiles() {
  const base = tryCapture('git', ['-C', root, 'merge-base', 'HEAD', 'main'])?.trim() || 'HEAD';
  const untracked = git('ls-files', '--others', '--exclude-standard', ...folders, ...rules);
  return [...git('diff', '--name-only', base, '--', ...folders, ...rules), ...untracked];
}

/**
 * As Emscripten's Clang reads them: without threads every initialization is dynamic to one check, and another knows no
 * exception_ptr that can be moved, as this libc++ has none.
 */
async function readAsWasm() {
  const { sysroot } = await ensureEmscripten();
  const headers = ['c++/v1', ''].flatMap((folder) => ['-isystem', join(sysroot, 'include', folder)]);
  const own = ['include', 'src'].map((folder) => `-I${join(root, 'wasm', 'runtime', folder)}`);
  const target = ['--target=wasm32-unknown-emscripten', '-fwasm-exceptions', '-mbulk-memory'];
  const checks = '--checks=-bugprone-dynamic-static-initializers,-performance-move-const-arg';
  return [checks, '--', ...target, `--sysroot=${sysroot}`, ...headers, ...own];
}

/** @param {string} name @param {readonly string[]} files @param {readonly string[]} options */
function tidy(name, files, options) {
  const unit = join(dir, `${name}.cpp`);
  writeFileSync(unit, files.map((file) => `#include "${join(root, file)}"\n`).join(''));
  const paths = ['include', 'src'].map((folder) => `-I${join(root, 'core', folder)}`);
  return new Promise((resolve, reject) => {
    const child = spawn('clang-tidy-19', ['--quiet', unit, ...options, '-std=c++20', ...paths], { cwd: root });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (told += data));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(undefined);
      process.stderr.write(told.replaceAll(`${root}/`, ''));
      reject(new ToolchainError('clang-tidy has something to say'));
    });
  });
}

await runMain(async () => {
  ensureApt(['clang-tidy-19', 'libssl-dev']);
  const everything = Boolean(process.env['CI']) || process.argv.includes('--all');
  const changed = everything ? [] : changedFiles();
  const again = everything || rules.some((file) => changed.includes(file));
  const files = (again ? allFiles() : changed).filter((file) => /\.[ch]pp$/.test(file) && existsSync(join(root, file)));
  mkdirSync(dir, { recursive: true });
  const absent = files.filter((file) => file.startsWith('core/src/absent/'));
  const wasm = files.filter((file) => file.startsWith('wasm/'));
  const present = files.filter((file) => !absent.includes(file) && !wasm.includes(file));
  const units = Object.entries({ present, absent, wasm }).filter(([, of]) => of.length > 0);
  const options = wasm.length > 0 ? await readAsWasm() : [];
  await Promise.all(units.map(([name, of]) => tidy(name, of, name === 'wasm' ? options : ['--'])));
  say(`clang-tidy: ${files.length} files`);
});
