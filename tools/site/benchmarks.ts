/** The benchmarks' module as the page fetches it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, hashOf, keepOnly, writeWhole } from '../content.ts';

/** Names the file that holds the module: `{"asyncio": "asyncio.0123456789abcdef.wasm"}`. */
const benchmarksFile = 'benchmarks.json';

/** Puts the module that `buildBenchmarks` made into `outDir`, under a name that holds the hash of its content. */
export function publishBenchmarks(module: string, outDir: string): void {
  const content = readFileSync(module);
  const file = `asyncio.${hashOf(content)}.wasm`;
  cached(join(outDir, file), () => content);
  writeWhole(join(outDir, benchmarksFile), JSON.stringify({ asyncio: file }));
  keepOnly(outDir, [benchmarksFile, file]);
}
