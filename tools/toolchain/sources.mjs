// @ts-check
/** Upstream sources of C++ libraries that Debian 12 has too old, or for x86 alone. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApt } from './apt.mjs';
import { cacheDir } from './paths.mjs';
import { run, say } from './run.mjs';
import { makeOnce } from './stamp.mjs';
import { hasTrixie, trixieApt } from './trixie.mjs';

/** Debian's source package and the upstream version that is expected of it. */
const libraries = {
  catch2: { source: 'catch2', version: '3.7.1' },
  benchmark: { source: 'benchmark', version: '1.9.1' },
};

/** @typedef {keyof typeof libraries} Library */

/**
 * The folder with a library's sources, for CMake's FETCHCONTENT_SOURCE_DIR_<NAME>. `undefined` where trixie cannot be
 * had: CMake then fetches the same version from its public home.
 * @param {Library} name @returns {Promise<string | undefined>}
 */
export async function ensureSources(name) {
  const { source, version } = libraries[name];
  const dir = join(cacheDir, 'sources', name);
  if (!hasTrixie()) return undefined;
  await makeOnce(dir, version, (tmp) => {
    ensureApt(['xz-utils']);
    say(`fetching the sources of ${name} ${version}`);
    trixieApt(['source', '--download-only', source], tmp);
    const tarball = readdirSync(tmp).find((file) => file.includes('.orig.tar.'));
    run('tar', ['-xf', tarball ?? '', '--strip-components=1'], { cwd: tmp });
  });
  return dir;
}
