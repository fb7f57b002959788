// @ts-check
/**
 * Writes docs/signatures.json: the parameters of every function of asyncio, as CPython 3.14 (npm's pyodide) has them.
 *
 *   node docs/signatures.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { loadPyodide } from 'pyodide';

const here = dirname(fileURLToPath(import.meta.url));
const python = await loadPyodide();
const text = python.runPython(readFileSync(join(here, 'signatures.py'), 'utf8'));
const file = join(here, 'signatures.json');
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'json' }));
