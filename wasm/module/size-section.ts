/** A program's size stands in a section of its module, where whoever has the module finds it. */
import { customSection } from './sections.ts';
import type { ProgramSize } from '../api/types.ts';

const name = 'asyncio.size';
/** Far more than two numbers take. */
const longestContent = 100;

/** Nothing for a module that another tool has linked, or whose section says what cannot be. */
export function programSize(module: WebAssembly.Module, moduleBytes: number): ProgramSize | undefined {
  // A program may bring such a section itself; the compiler's own comes last.
  const content = WebAssembly.Module.customSections(module, name).at(-1);
  if (content === undefined || content.byteLength > longestContent) return undefined;
  const { compressed, runtime } = parse(new TextDecoder().decode(content));
  if (!isSize(compressed, moduleBytes) || !isSize(runtime, moduleBytes)) return undefined;
  return { compressed, runtime };
}

/** The section's bytes, to be put behind the module's others. */
export function sizeSection(size: ProgramSize): Uint8Array {
  return customSection(name, new TextEncoder().encode(JSON.stringify(size)));
}

function parse(json: string): { compressed?: unknown; runtime?: unknown } {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function isSize(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
}
