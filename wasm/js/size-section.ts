/** A program's size stands in a section of its module, where whoever has the module finds it. */
import type { ProgramSize } from './types.ts';

const name = 'asyncio.size';

/** Nothing for a module that another tool has linked. */
export function programSize(module: WebAssembly.Module): ProgramSize | undefined {
  const [content] = WebAssembly.Module.customSections(module, name);
  return content && (JSON.parse(new TextDecoder().decode(content)) as ProgramSize);
}

/** The section's bytes, to be put behind the module's others. */
export function sizeSection(size: ProgramSize): Uint8Array {
  const [title, content] = [name, JSON.stringify(size)].map((text) => [...new TextEncoder().encode(text)]);
  const body = [...leb128(title?.length ?? 0), ...(title ?? []), ...(content ?? [])];
  return Uint8Array.from([0, ...leb128(body.length), ...body]);
}

/** A number as WebAssembly writes it. */
function leb128(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb128(value >>> 7)];
}
