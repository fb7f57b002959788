// @ts-check
/** What is said to those whose compiler is too old: one message of CMake's instead of a screenful of the compiler's. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDir, root } from '../../tools/toolchain/paths.mjs';
import { run, ToolchainError } from '../../tools/toolchain/run.mjs';

const dir = join(buildDir, 'package', 'old-library');

/** A new compiler with a library that has no `<source_location>`, as libc++ 15. */
function testOldLibrary() {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'include'), { recursive: true });
  writeFileSync(join(dir, 'include', 'source_location'), '#error "not yet"\n');
  const flags = `-DCMAKE_CXX_FLAGS=-isystem ${join(dir, 'include')}`;
  const args = ['-G', 'Ninja', '-S', root, '-B', join(dir, 'build'), flags];
  const { status, stderr } = spawnSync('cmake', args, { encoding: 'utf8' });
  const said = stderr.replaceAll(/\s+/g, ' ');
  if (status === 0 || !said.includes('finds a standard library without <coroutine> or <source_location>'))
    throw new ToolchainError(`an old standard library is not refused:\n${stderr}`);
  const errors = stderr.match(/CMake Error/g)?.length;
  if (errors !== 1) throw new ToolchainError(`an old standard library is refused by ${errors} messages:\n${stderr}`);
}

export function testCompilers() {
  run('cmake', ['-P', join(import.meta.dirname, 'refusals.cmake')], { quiet: true });
  testOldLibrary();
}
