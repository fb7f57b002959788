/** CPython as the page fetches it: the interpreter and its library out of npm's pyodide, packed, as not all hosts pack. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cached, hashOf, keepOnly, writeWhole } from '../content.ts';
import { root } from '../toolchain/paths.mjs';

const source = join(root, 'node_modules', 'pyodide');
const files = { interpreter: 'pyodide.asm.wasm', library: 'python_stdlib.zip' };
/** Says of each where it is and how many bytes it has as it is fetched. */
const pythonFile = 'python.json';

export function publishPython(outDir: string): void {
  const published = Object.entries(files).map(([name, file]) => {
    const content = readFileSync(join(source, file));
    // No name that a host might take for one that browsers unpack by themselves.
    const packed = `${name}.${hashOf(content)}.bin`;
    const { length } = cached(join(outDir, packed), () => gzipSync(content, { level: 9 }));
    return [name, { file: packed, size: length }] as const;
  });
  writeWhole(join(outDir, pythonFile), JSON.stringify(Object.fromEntries(published)));
  keepOnly(outDir, [pythonFile, ...published.map(([, { file }]) => file)]);
}
