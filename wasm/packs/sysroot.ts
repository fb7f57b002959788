/** What the compiler in the page needs of Emscripten, of Clang's own headers and of this project. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraries, paths } from '../compiler/arguments.ts';
import { ToolchainError } from '../../tools/toolchain/run.mjs';
import type { Files } from '../../tools/content.ts';
import { readFolder } from '../../tools/content.ts';
import { applyPatches } from './patches.ts';
import { stripArchive } from './strip-debug.ts';
import { readTar } from './tar.ts';

/** Folders of the sysroot that no program of the page can use. */
const leftOut =
  /^(AL|EGL|GL|GLES\d?|GLFW|KHR|SDL\d?|X11|fakesdl|webgl|webgpu|uuid|mimalloc.*|sanitizer|mach-o|scsi|net(packet)?|libunwind.*)$/;
/** Clang's own headers that are not for the vector units of processors. */
const resourceHeaders =
  /^include\/(__std(arg|def)\w*|__float\w*|std\w+|float|limits|inttypes|iso646|tgmath|varargs|unwind|wasm_simd128)\.h$/;

/** @param ourInclude headers that stand before libc++'s */
export function headers(sysroot: string, coreInclude: string, ourInclude: string, resourceTar: Uint8Array): Files {
  const resources = [...readTar(resourceTar)].filter(([path]) => resourceHeaders.test(path));
  return new Map([
    ...applyPatches(readFolder(join(sysroot, 'include'), paths.include, (path) => !leftOut.test(path))),
    ...resources.map(([path, data]): [string, Uint8Array] => [`${paths.resources}/${path}`, data]),
    ...readFolder(coreInclude, paths.include),
    ...readFolder(ourInclude, paths.checkedInclude),
  ]);
}

/** @param asyncio the archive of the runtime */
export function libraryFiles(sysroot: string, asyncio: string): Files {
  const dir = join(sysroot, 'lib', 'wasm32-emscripten');
  const names = ['crt1_reactor.o', ...new Set(libraries)].filter((name) => name !== 'asyncio');
  const files: Files = new Map([[`${paths.libraries}/libasyncio.a`, readFileSync(asyncio)]]);
  for (const name of names) {
    const file = name.endsWith('.o') ? name : `lib${name}.a`;
    files.set(`${paths.libraries}/${file}`, readLibrary(join(dir, file)));
  }
  return files;
}

function readLibrary(file: string): Uint8Array {
  if (!existsSync(file)) throw new ToolchainError(`this Emscripten lacks ${file}: build it with embuilder`);
  const content = readFileSync(file);
  return file.endsWith('.a') ? stripArchive(content) : content;
}
