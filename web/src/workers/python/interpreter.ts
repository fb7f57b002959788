/** CPython as WebAssembly (npm's pyodide), made of files that the page has fetched: here nothing can be loaded. */
import './quiet.ts';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { loadPyodide, version } from 'pyodide/pyodide.mjs';
import { info } from 'pyodide/pyodide-lock.json';
import freshAsyncio from './fresh_asyncio.py?raw';
import program from './program.py?raw';
import virtualTime from './virtual_time.py?raw';

export interface PythonFiles {
  /** The module, pyodide.asm.wasm. */
  interpreter: Uint8Array<ArrayBuffer>;
  /** The standard library, python_stdlib.zip. */
  library: Uint8Array<ArrayBuffer>;
}

/** Runs a program to its end, in virtual time. @returns how it failed; nothing: it did not */
export type RunPython = (source: string, write: (stream: string, text: string) => void) => string | undefined;

/** No host has this name. */
const nowhere = 'https://python.invalid/';

/** The interpreter asks for its files by their addresses. */
function answerFrom({ interpreter, library }: PythonFiles): typeof fetch {
  return (address) => {
    const isModule = (address instanceof Request ? address.url : address.toString()).endsWith('.wasm');
    const headers = { 'content-type': isModule ? 'application/wasm' : 'application/zip' };
    return Promise.resolve(new Response(isModule ? interpreter : library, { headers }));
  };
}

export async function startPython(files: PythonFiles): Promise<RunPython> {
  globalThis.fetch = answerFrom(files);
  const python = await loadPyodide({
    indexURL: nowhere,
    packageBaseUrl: nowhere,
    lockFileContents: { info: { ...info, arch: 'wasm32', version }, packages: {} },
    createPyodideModule,
  });
  // Of Emscripten's file system, and of what Python defines, TypeScript knows nothing.
  const folder = python.FS as unknown as { writeFile(name: string, text: string): void };
  folder.writeFile('virtual_time.py', virtualTime);
  folder.writeFile('fresh_asyncio.py', freshAsyncio);
  python.runPython(program);
  const defined = python.globals as unknown as { get(name: string): RunPython };
  return defined.get('run');
}
