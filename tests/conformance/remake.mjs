// Remakes NAME.expected from NAME.py with CPython 3.14 (npm's pyodide), in virtual time; also those of the documents and of
// the page's examples, whose names begin as run.mjs says (course_group).
//
//   node tests/conformance/remake.mjs [--check] [NAME...]
//
// Without names: all of them. --check writes nothing and fails if an .expected differs from what CPython prints.
// native_* needs threads or signals, which CPython in WebAssembly has not; those are left as they are.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import { expectedFile, pythonFile, pythonNames } from './run.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const options = process.argv.slice(2);
const check = options.includes('--check');
const unknown = options.find((o) => o.startsWith('-') && o !== '--check');
if (unknown) {
  console.error(`unknown option ${unknown}; usage: remake.mjs [--check] [NAME...]`);
  process.exit(2);
}

const wanted = options.filter((o) => !o.startsWith('-')).map((o) => o.replace(/\.(py|cpp|expected)$/, ''));
const every = pythonNames().sort();
const missing = wanted.filter((name) => !every.includes(name));
if (missing.length) {
  console.error(`no such program: ${missing.join(', ')}`);
  process.exit(2);
}
const names = (wanted.length ? wanted : every).filter((name) => !name.startsWith('native_'));

async function startPython() {
  const python = await loadPyodide();
  for (const file of ['virtual_time.py', 'fresh_asyncio.py'])
    python.FS.writeFile(file, readFileSync(join(here, '../../web/src/workers/python', file), 'utf8'));
  python.runPython(readFileSync(join(here, 'remake.py'), 'utf8'));
  return python.globals.get('run');
}

// Every asyncio that an interpreter has imported stays in it and slows it down.
const programsPerInterpreter = 20;
let run;
let changed = 0;
let failed = 0;
for (const [i, name] of names.entries()) {
  if (i % programsPerInterpreter === 0) run = await startPython();
  const result = run(readFileSync(pythonFile(name), 'utf8'), `${name}.py`);
  const [printed, error] = result.toJs();
  result.destroy();
  if (error) {
    ++failed;
    console.error(`${name}: raised\n${error}\nafter printing\n${printed}`);
    continue;
  }
  const file = expectedFile(name);
  if (existsSync(file) && readFileSync(file, 'utf8') === printed) continue;
  ++changed;
  if (check) console.error(`${name}: .expected differs; CPython prints\n${printed}`);
  else writeFileSync(file, printed);
}
console.log(`${names.length} programs, ${changed} ${check ? 'differ' : 'written'}, ${failed} raised`);
process.exit(failed || (check && changed) ? 1 : 0);
