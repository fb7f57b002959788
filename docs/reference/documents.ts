/** The documents that are pages of the reference site, in the order of its navigation. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/toolchain/paths.mjs';

export interface Document {
  /** With its extension, as links have it. */
  file: string;
  text: string;
}

const docs = join(root, 'docs');

/** What one reads first; the others follow by their names. */
const first = [
  'guide.md',
  'life-of-a-task.md',
  'loop-iteration.md',
  'cancellation.md',
  'servers.md',
  'pitfalls.md',
  'departures.md',
  'api-coverage.md',
  'performance.md',
  'architecture.md',
];

/** All of `docs/`, and what has changed: whoever adds a document adds a page. */
export function readDocuments(): Document[] {
  const found = readdirSync(docs).filter((file) => file.endsWith('.md'));
  const others = found.filter((file) => !first.includes(file)).sort();
  const own = [...first, ...others].map((file) => ({ file, text: readFileSync(join(docs, file), 'utf8') }));
  return [...own, { file: 'CHANGELOG.md', text: readFileSync(join(root, 'CHANGELOG.md'), 'utf8') }];
}
