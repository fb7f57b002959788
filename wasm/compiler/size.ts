/** How large a linked program is, compressed, and how much of that is the runtime's own. */
import { paths } from './arguments.ts';
import { sizeSection } from '../module/size-section.ts';

/** A line of wasm-ld's map that is about an input section: its address, place in the file, size, file and symbol. */
const inputSection = /^ *\S+ +([0-9a-f]+) +([0-9a-f]+) {9}(\/\S+?):\((.*)\)$/gm;
const runtimeLibrary = `${paths.libraries}/libasyncio.a(`;

/** The section that says how large the module is. @param map what the linker wrote about it */
export async function measured(module: Uint8Array, map: string): Promise<Uint8Array> {
  const [compressed, runtime] = await Promise.all([gzipped([module]), gzipped(runtimeParts(module, map))]);
  return sizeSection({ compressed, runtime });
}

/** The code and the data that come from the runtime: its library, and its templates in the precompiled header. */
export function runtimeParts(module: Uint8Array, map: string): Uint8Array[] {
  return [...map.matchAll(inputSection)].flatMap(([, offset = '', size = '', file = '', symbol = '']) => {
    const isRuntime = file.startsWith(runtimeLibrary) || (file === paths.pchObject && symbol.includes('7asyncio'));
    // What is zero at the start is in no file.
    if (!isRuntime || symbol.startsWith('.bss')) return [];
    const begin = parseInt(offset, 16);
    return [module.subarray(begin, begin + parseInt(size, 16))];
  });
}

async function gzipped(parts: Uint8Array[]): Promise<number> {
  const packed = new Blob(parts as BlobPart[]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(packed).arrayBuffer()).byteLength;
}
