// @ts-check
/** The library as a part of another project, which installs nothing of it unless it asks for that by `ASYNCIO_INSTALL`. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildDir } from '../../tools/toolchain/paths.mjs';
import { run, ToolchainError } from '../../tools/toolchain/run.mjs';

const dir = join(buildDir, 'package', 'embedding');
const prefix = join(dir, 'prefix');

export function testEmbedded() {
  rmSync(dir, { recursive: true, force: true });
  const source = join(import.meta.dirname, 'embedding');
  run('cmake', ['-G', 'Ninja', '-S', source, '-B', dir, `-DCMAKE_INSTALL_PREFIX=${prefix}`], { quiet: true });
  run('cmake', ['--install', dir], { quiet: true });
  const installed = existsSync(prefix) ? readdirSync(prefix, { recursive: true, encoding: 'utf8' }).sort() : [];
  if (installed.join(' ') !== 'share share/hello.cpp')
    throw new ToolchainError(`a project that embeds the library installs ${installed.join(' ')}`);
}
