/** Puts the whole site together in `dist/`: the page by Vite, the compiler and the examples beside it. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildReference } from '../../docs/reference/reference.ts';
import { buildSite, siteDir } from './parts.ts';
import { buildServiceWorker } from './service-worker.ts';
import type { Effort } from '../../wasm/packs/brotli.ts';
import { root } from '../toolchain/paths.mjs';
import { runMain, say } from '../toolchain/run.mjs';

const dist = join(root, 'dist');

/** @returns the folder */
export async function buildDist(effort: Effort): Promise<string> {
  await buildSite(siteDir, effort);
  say('building the page');
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
  cpSync(siteDir, dist, { recursive: true });
  cpSync(await buildReference(), join(dist, 'docs'), { recursive: true });
  await buildServiceWorker(dist);
  return dist;
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    const effort = process.argv[2] === 'quick' ? 'quick' : 'smallest';
    say(`the site is in ${await buildDist(effort)}`);
  });
}
