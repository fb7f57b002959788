/** Which instruction of a program comes from which line: a section of a few KB; see docs/host-abi.md. */
import { ByteReader, leb128, signedLeb128 } from './leb128.ts';

export const linesSection = 'asyncio.lines';
/** The program's own file, the only one whose lines the section has. */
export const sourceName = 'main.cpp';

/** From this byte of the module on, up to the next entry's. Line 0: not the program's own source. */
export interface LineEntry {
  offset: number;
  line: number;
}

export function encodeLines(entries: readonly LineEntry[]): Uint8Array {
  let before: LineEntry = { offset: 0, line: 0 };
  const bytes: number[] = [];
  for (const entry of entries) {
    bytes.push(...leb128(entry.offset - before.offset), ...signedLeb128(entry.line - before.line));
    before = entry;
  }
  return Uint8Array.from(bytes);
}

/** The line at a byte of the module; none if that is not the program's own code. Any bytes will do as a table. */
export function lineAt(table: Uint8Array, offset: number): number | undefined {
  const bytes = new ByteReader(table);
  let at: LineEntry = { offset: 0, line: 0 };
  while (bytes.left > 0) {
    const next = { offset: at.offset + bytes.uleb(), line: at.line + bytes.sleb() };
    if (next.offset > offset) break;
    at = next;
  }
  return at.line > 0 ? at.line : undefined;
}
