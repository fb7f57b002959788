/** Puts the whole site together in `dist/`: the page by Vite, the compiler and the examples beside it. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { buildReference } from '../docs/build.mjs';
import { buildSite, siteDir } from './build.ts';
import { cached } from './packs/content.ts';
import { buildDir, root } from './toolchain/paths.mjs';
import { runMain, say } from './toolchain/run.mjs';

const dist = join(root, 'dist');
const store = join(buildDir, 'packs');

export interface DistOptions {
  /** Leave compressed copies beside what compresses well, for hosts that serve such (`.br`, `.gz`). */
  compress: boolean;
}

/** @returns the folder */
export async function buildDist({ compress }: DistOptions): Promise<string> {
  await buildSite();
  say('building the page');
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
  cpSync(siteDir, dist, { recursive: true });
  cpSync(await buildReference(), join(dist, 'docs'), { recursive: true });
  if (compress) compressCompiler(join(dist, 'compiler'));
  return dist;
}

/** The compiler is the one file for which compressing on the fly would cost a host seconds. Its packs are gzip already. */
function compressCompiler(dir: string): void {
  const name = readdirSync(dir).find((file) => file.endsWith('.wasm')) ?? '';
  const module = readFileSync(join(dir, name));
  const quality = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: module.length,
  };
  const compressed = {
    br: () => brotliCompressSync(module, { params: quality }),
    gz: () => gzipSync(module, { level: 9 }),
  };
  for (const [extension, make] of Object.entries(compressed)) {
    const file = `${name}.${extension}`;
    cached(join(dir, file), () => cached(join(store, file), make));
  }
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    say(`the site is in ${await buildDist({ compress: true })}`);
  });
}
