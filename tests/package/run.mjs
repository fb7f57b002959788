// @ts-check
/** Installs the library into an empty folder and builds a program against it, by find_package and by pkg-config. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApt } from '../../wasm/toolchain/apt.mjs';
import { buildDir, root } from '../../wasm/toolchain/paths.mjs';
import { run, ToolchainError } from '../../wasm/toolchain/run.mjs';

const dir = join(buildDir, 'package');
const prefix = join(dir, 'prefix');
const source = join(import.meta.dirname, 'hello.cpp');

function check(/** @type {string} */ program) {
  const output = run(program, [], { quiet: true });
  if (output !== 'hello from asyncio\n') throw new ToolchainError(`${program} printed ${JSON.stringify(output)}`);
}

export function testPackage() {
  ensureApt(['cmake', 'ninja-build', 'ccache', 'g++', 'pkg-config']);
  rmSync(prefix, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const launcher = '-DCMAKE_CXX_COMPILER_LAUNCHER=ccache';
  const quiet = { quiet: true };
  run(
    'cmake',
    [
      '-G',
      'Ninja',
      '-S',
      root,
      '-B',
      join(dir, 'library'),
      launcher,
      '-DCMAKE_INSTALL_LIBDIR=lib',
      `-DCMAKE_INSTALL_PREFIX=${prefix}`,
    ],
    quiet,
  );
  run('cmake', ['--build', join(dir, 'library'), '--target', 'install'], quiet);
  run(
    'cmake',
    ['-G', 'Ninja', '-S', import.meta.dirname, '-B', join(dir, 'user'), launcher, `-DCMAKE_PREFIX_PATH=${prefix}`],
    quiet,
  );
  run('cmake', ['--build', join(dir, 'user')], quiet);
  check(join(dir, 'user', 'hello'));
  const env = { ...process.env, PKG_CONFIG_PATH: join(prefix, 'lib', 'pkgconfig') };
  const flags = run('pkg-config', ['--cflags', '--libs', 'asyncio'], { env, quiet: true }).trim().split(/\s+/);
  run('g++', [source, ...flags, '-o', join(dir, 'hello')], quiet);
  check(join(dir, 'hello'));
}
