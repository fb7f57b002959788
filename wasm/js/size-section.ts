/** A program's size stands in a section of its module, where whoever has the module finds it. */
import type { ProgramSize } from './types.ts';

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
  const [title, content] = [name, JSON.stringify(size)].map((text) => [...new TextEncoder().encode(text)]);
  const body = [...leb128(title?.length ?? 0), ...(title ?? []), ...(content ?? [])];
  return Uint8Array.from([0, ...leb128(body.length), ...body]);
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

/** A number as WebAssembly writes it. */
function leb128(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb128(value >>> 7)];
}
