// @ts-check
/** CPython 3.14 (npm's pyodide) as an interpreter of random programs: a program a line in, its trace and a line "=" out. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadPyodide } from 'pyodide';

const here = import.meta.dirname;
const folder = join(here, 'python');
const sources = [
  ...readdirSync(folder)
    .filter((file) => file.endsWith('.py'))
    .map((file) => join(folder, file)),
  join(here, '../../web/src/workers/python/virtual_time.py'),
];

const python = await loadPyodide();
for (const source of sources) python.FS.writeFile(basename(source), readFileSync(source, 'utf8'));
const run = python.runPython('import interpreter; interpreter.run');
try {
  for await (const program of createInterface(process.stdin)) process.stdout.write(`${run(program)}\n=\n`);
} catch (error) {
  // Node would show the line of pyodide's that threw it, which is a megabyte long.
  process.stderr.write(`${error}\n`);
  process.exit(1);
}
