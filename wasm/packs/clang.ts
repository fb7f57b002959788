/** The compiler as npm brings it, and its runs at build time. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileSystem } from '../compiler/filesystem.ts';
import { runTool } from '../compiler/tool.ts';
import { ToolchainError } from '../../tools/toolchain/run.mjs';
import { buildDir } from '../../tools/toolchain/paths.mjs';
import { cached, hashOf, type Files } from '../../tools/content.ts';
import { patchClang, patchVersion } from './patch-clang.ts';

const packageDir = dirname(dirname(fileURLToPath(import.meta.resolve('@yowasp/clang'))));

/** Names the module: what npm brings, and what is changed in it. */
export function clangVersion(): string {
  const require = createRequire(import.meta.url);
  const { version } = require(join(packageDir, 'package.json')) as { version: string };
  return `${version}+${patchVersion}`;
}

/** Its content, patched once. */
export function clangModule(): Uint8Array<ArrayBuffer> {
  const original = join(packageDir, 'gen', 'llvm.core.wasm');
  const file = join(buildDir, 'packs', `clang.${hashOf(clangVersion())}.wasm`);
  return cached(file, () => patchClang(readFileSync(original))) as Uint8Array<ArrayBuffer>;
}

export function clangResources(): Uint8Array {
  return readFileSync(join(packageDir, 'gen', 'llvm-resources.tar'));
}

/** Runs one stage over files, and gives the file that it makes. Its module is compiled once, and only if it is used. */
export class BuildClang {
  #module: WebAssembly.Module | undefined;

  run(args: readonly string[], files: Files, result: string): Uint8Array {
    this.#module ??= new WebAssembly.Module(clangModule());
    const system = new FileSystem();
    for (const [path, data] of files) system.add(path, data);
    const { exitCode, stderr, crash } = runTool(this.#module, args, system);
    const made = system.read(result);
    if (exitCode !== 0 || !made) throw new ToolchainError(`${args.join(' ')}\nfailed ${crash ?? ''}\n${stderr}`);
    return made.slice();
  }
}
