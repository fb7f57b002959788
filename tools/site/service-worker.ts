/** Makes the site's service worker, which holds the list of all files that it keeps. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'vite';
import { hashOf, readFolder, writeWhole, type Files } from '../content.ts';
import { root } from '../toolchain/paths.mjs';
import type { SiteFiles } from '../../web/src/protocol/service-worker.ts';
import { isHashed } from './hashed.ts';

const entry = join(root, 'web', 'src', 'service-worker', 'worker.ts');
/** The reference and Python are large, and few who come use them; the compiler's files are kept by the page when it loads them. */
const isKept = (path: string): boolean => !/^\/?(docs|python)(\/|$)|python-sandbox|\.pack$|^sw\.js$/.test(path);

/** To be called when all else is in `dist`. */
export async function buildServiceWorker(dist: string): Promise<void> {
  const site = listFiles(readFolder(dist, '', isKept));
  writeWhole(join(dist, 'sw.js'), `const site = ${JSON.stringify(site)};\n${await bundle()}`);
}

function listFiles(found: Files): SiteFiles {
  const digests = [...found].map(([path, data]) => [path.slice(1), sha256(data)] as const);
  const files = digests.map(([path, digest]) => [path, isHashed(path) ? null : digest] as const);
  return { version: hashOf(JSON.stringify(digests)), files };
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'worker' } },
  });
  const [written] = Array.isArray(result) ? result : [];
  if (written === undefined) throw new Error(`${entry} gave no script`);
  return written.output[0].code;
}
