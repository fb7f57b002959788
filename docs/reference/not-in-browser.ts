/** The names of the library that only throw `NotSupportedError` in a browser: docs/api-coverage.md says which. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/toolchain/paths.mjs';

/** Names of two words at least: `wait` and `type` are those of many. */
const longName = /\b(?:[a-z]\w*_\w*[a-z]|[A-Z]\w+[A-Z]\w*)\b/g;

/** Whose member it is: that may well be there. */
const ofWhom = / of `[\w:]+`/g;

const namesIn = (cell: string): string[] =>
  [...cell.replaceAll(ofWhom, '').matchAll(/`([^`]+)`/g)].flatMap(
    ([, code = '']) => code.replaceAll(/\(.*?\)/g, '').match(longName) ?? [],
  );

export function namesNotInBrowser(): ReadonlySet<string> {
  const text = readFileSync(join(root, 'docs', 'api-coverage.md'), 'utf8');
  const absent = new Set<string>();
  const elsewhere = new Set<string>();
  for (const line of text.split('\n')) {
    const [, python = '', names = '', , status = ''] = line.replaceAll('\\|', '¦').split('|');
    if (!status.trim().startsWith('done')) continue;
    const found = status.includes('not in a browser') ? absent : elsewhere;
    for (const name of [...namesIn(python), ...namesIn(names)]) found.add(name);
  }
  for (const name of elsewhere) absent.delete(name);
  return absent;
}
