// @ts-check
/** What whoever uses the library finds: installed, within a project of their own, with a compiler that is too old, from a package manager. */
import { ensureApt } from '../../tools/toolchain/apt.mjs';
import { testCompilers } from './compilers.mjs';
import { testEmbedded } from './embedded.mjs';
import { testInstalled } from './installed.mjs';
import { testRecipes } from './recipes.mjs';
import { runTypeScript } from '../../tools/toolchain/node-modules.mjs';

export function testPackage() {
  ensureApt(['cmake', 'ninja-build', 'ccache', 'g++', 'pkg-config', 'libssl-dev']);
  testCompilers();
  testEmbedded();
  testInstalled();
  testRecipes();
  runTypeScript('tests/package/project.ts');
}
