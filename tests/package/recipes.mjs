// @ts-check
/** The recipes of tools/packaging, by whichever of their tools this machine has: neither is a package of Debian's. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildDir, root } from '../../tools/toolchain/paths.mjs';
import { run, say, ToolchainError, which } from '../../tools/toolchain/run.mjs';

const recipes = join(root, 'tools', 'packaging');
const dir = join(buildDir, 'package', 'recipes');

/** What takes time is the headers: many sources a translation unit. */
const quickly = { CMAKE_UNITY_BUILD: 'ON', CMAKE_UNITY_BUILD_BATCH_SIZE: '24', CMAKE_CXX_COMPILER_LAUNCHER: 'ccache' };

/** Conan itself builds and runs the program in test_package. */
function testConan() {
  const env = { ...process.env, CONAN_HOME: join(dir, 'conan') };
  const settings = ['-s', 'compiler.cppstd=20', '-s', 'build_type=Debug'];
  const toolchain = 'tools.cmake.cmaketoolchain';
  const how = ['-c', `${toolchain}:generator=Ninja`, '-c', `${toolchain}:extra_variables=${JSON.stringify(quickly)}`];
  run('conan', ['profile', 'detect', '--force'], { env, quiet: true });
  run('conan', ['create', join(recipes, 'conan'), '--no-remote', ...settings, ...how], { env, quiet: true });
}

/** What is installed has the licence where vcpkg looks for it. @param {string} vcpkg its root, with the ports */
function testVcpkg(vcpkg) {
  const installed = join(dir, 'installed');
  const roots = ['packages', 'buildtrees'].map((name) => `--x-${name}-root=${join(dir, name)}`);
  const where = [`--x-install-root=${installed}`, ...roots, `--overlay-ports=${join(recipes, 'vcpkg')}`];
  const env = { ...process.env, VCPKG_ROOT: vcpkg };
  const args = ['install', 'asyncio-cpp', '--classic', '--binarysource=clear', ...where];
  run('vcpkg', args, { cwd: dir, env, quiet: true });
  const list = run('vcpkg', ['list', '--classic', ...where], { cwd: dir, env, quiet: true });
  const triplet = /^asyncio-cpp:(\S+)/m.exec(list)?.[1] ?? '';
  const copyright = readFileSync(join(installed, triplet, 'share', 'asyncio-cpp', 'copyright'), 'utf8');
  if (copyright !== readFileSync(join(root, 'LICENSE'), 'utf8')) throw new ToolchainError('vcpkg has another licence');
}

export function testRecipes() {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const vcpkg = process.env['VCPKG_ROOT'];
  if (which('conan')) testConan();
  else say('no conan on PATH: its recipe is not tried');
  if (which('vcpkg') && vcpkg) testVcpkg(vcpkg);
  else say('no vcpkg on PATH, or no VCPKG_ROOT: its port is not tried');
}
