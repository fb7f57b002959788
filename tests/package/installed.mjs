// @ts-check
/** Installs the library into an empty folder and builds a program against it, by find_package and by pkg-config. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildDir, root } from '../../tools/toolchain/paths.mjs';
import { run, ToolchainError } from '../../tools/toolchain/run.mjs';

const dir = join(buildDir, 'package');
const prefix = join(dir, 'prefix');

function check(/** @type {string} */ program) {
  const output = run(program, [], { quiet: true });
  if (output !== 'hello from asyncio\n') throw new ToolchainError(`${program} printed ${JSON.stringify(output)}`);
}

export function testInstalled() {
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
      '-DASYNCIO_WITH_TLS=ON',
      `-DCMAKE_INSTALL_PREFIX=${prefix}`,
    ],
    quiet,
  );
  run('cmake', ['--build', join(dir, 'library'), '--target', 'install'], quiet);
  const licence = readFileSync(join(prefix, 'share', 'doc', 'asyncio', 'LICENSE'), 'utf8');
  if (licence !== readFileSync(join(root, 'LICENSE'), 'utf8')) throw new ToolchainError('another licence is installed');
  run(
    'cmake',
    ['-G', 'Ninja', '-S', import.meta.dirname, '-B', join(dir, 'user'), launcher, `-DCMAKE_PREFIX_PATH=${prefix}`],
    quiet,
  );
  run('cmake', ['--build', join(dir, 'user')], quiet);
  const env = { ...process.env, PKG_CONFIG_PATH: join(prefix, 'lib', 'pkgconfig') };
  for (const [program, component] of Object.entries({ hello: 'asyncio', hello_tls: 'asyncio-tls' })) {
    check(join(dir, 'user', program));
    const flags = run('pkg-config', ['--cflags', '--libs', component], { env, quiet: true }).trim().split(/\s+/);
    run('g++', [join(import.meta.dirname, `${program}.cpp`), ...flags, '-o', join(dir, program)], quiet);
    check(join(dir, program));
  }
}
