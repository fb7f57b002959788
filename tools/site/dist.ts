/** Puts the whole site together in `dist/`: the page by Vite, the compiler and the examples beside it. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildReference } from '../../docs/build.mjs';
import { buildSite, siteDir } from './parts.ts';
import { writeWhole } from '../content.ts';
import { compressedClang } from '../../wasm/packs/packs.ts';
import { root } from '../toolchain/paths.mjs';
import { runMain, say } from '../toolchain/run.mjs';

const dist = join(root, 'dist');

export interface DistOptions {
  /** Leave compressed copies beside what compresses well, for hosts that serve such (`.br`, `.gz`). */
  compress: boolean;
}

/** @returns the folder */
export async function buildDist({ compress }: DistOptions): Promise<string> {
  // The compiler is the one file for which compressing on the fly would cost a host seconds. Its packs are gzip already.
  const compressed = compress ? compressedClang() : [];
  await buildSite();
  say('building the page');
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
  cpSync(siteDir, dist, { recursive: true });
  cpSync(await buildReference(), join(dist, 'docs'), { recursive: true });
  for (const { name, data } of await compressed) writeWhole(join(dist, 'compiler', name), data);
  return dist;
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    say(`the site is in ${await buildDist({ compress: true })}`);
  });
}
