/** The examples' modules, made by the very path by which the page compiles what a person writes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadCompiler } from '../../wasm/compiler/compiler.ts';
import { fetchFile } from '../../wasm/node/fetch-file.ts';
import { unpack } from '../../wasm/node/unpack.ts';
import { manifestFile } from '../../wasm/compiler/pack-format.ts';
import { buildDir, root } from '../toolchain/paths.mjs';
import { say, ToolchainError } from '../toolchain/run.mjs';
import { cached, hashOf, keepOnly, writeWhole } from '../content.ts';

const sourceDir = join(root, 'web', 'examples');
const store = join(buildDir, 'examples');
/** Lists the file that holds each example's module: `{"hello": "hello.0123456789abcdef.wasm"}`. */
const examplesFile = 'examples.json';

/** Compiles web/examples/*.cpp with the compiler in `compilerDir` into `outDir`. */
export async function buildExamples(compilerDir: string, outDir: string): Promise<void> {
  const manifest = readFileSync(join(compilerDir, manifestFile), 'utf8');
  const programs = readdirSync(sourceDir).flatMap((file) =>
    file.endsWith('.cpp') ? [readProgram(file, manifest)] : [],
  );
  if (programs.some(({ stored }) => !existsSync(stored))) await compileAll(compilerDir, programs);
  const modules = programs.map(({ name, stored }) => {
    const module = readFileSync(stored);
    const file = `${name}.${hashOf(module)}.wasm`;
    cached(join(outDir, file), () => module);
    return [name, file] as const;
  });
  writeWhole(join(outDir, examplesFile), JSON.stringify(Object.fromEntries(modules)));
  keepOnly(outDir, [examplesFile, ...modules.map(([, file]) => file)]);
}

interface Program {
  name: string;
  file: string;
  source: string;
  /** Where its module is kept, by all that goes into it. */
  stored: string;
}

function readProgram(file: string, manifest: string): Program {
  const name = basename(file, '.cpp');
  const source = readFileSync(join(sourceDir, file), 'utf8');
  return { name, file, source, stored: join(store, `${name}.${hashOf(manifest, source)}.wasm`) };
}

async function compileAll(compilerDir: string, programs: readonly Program[]): Promise<void> {
  say('compiling the examples');
  const compiler = await loadCompiler({ baseUrl: pathToFileURL(`${compilerDir}/`), fetch: fetchFile, unpack });
  for (const { file, source, stored } of programs) {
    const { module, text } = await compiler.compile(source);
    if (!module) throw new ToolchainError(`the example ${file} does not compile:\n${text}`);
    writeWhole(stored, module);
  }
}
