// @ts-check
/** Where things live. Everything that is fetched or built goes under `.cache/` and `build/`, which git ignores. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** What was fetched: survives a clean of `build/`. */
export const cacheDir = join(root, '.cache');
/** What was built from this project's files. */
export const buildDir = join(root, 'build');
