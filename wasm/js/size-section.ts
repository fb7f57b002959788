/** A program's size stands in a section of its module, where whoever has the module finds it. */
import { customSection } from './sections.ts';
import type { ProgramSize } from './types.ts';

const name = 'asyncio.size';

/** Nothing for a module that another tool has linked. */
export function programSize(module: WebAssembly.Module): ProgramSize | undefined {
  const [content] = WebAssembly.Module.customSections(module, name);
  return content && (JSON.parse(new TextDecoder().decode(content)) as ProgramSize);
}

/** The section's bytes, to be put behind the module's others. */
export function sizeSection(size: ProgramSize): Uint8Array {
  return customSection(name, new TextEncoder().encode(JSON.stringify(size)));
}
