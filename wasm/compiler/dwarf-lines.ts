/** Which instruction of a program comes from which line, as Clang writes it: DWARF's line programs. */
import { ByteReader } from '../module/leb128.ts';
import type { LineEntry } from '../module/line-table.ts';

/** DWARF's opcodes, by number; the standard ones that are not named here have operands and change nothing of interest. */
const standard = { extended: 0, copy: 1, advancePc: 2, advanceLine: 3, setFile: 4, constAddPc: 8, fixedAdvancePc: 9 };
const extended = { endSequence: 1, setAddress: 2 };

interface Header {
  /** Where the unit's opcodes end. */
  end: number;
  minimumLength: number;
  lineBase: number;
  lineRange: number;
  /** How many operands each standard opcode has; the first special opcode follows the last of them. */
  operands: number[];
  /** The number of the wanted file, if the unit has lines of it. */
  file: number | undefined;
}

/**
 * Reads the section that Clang has written (DWARF 4).
 * @param file of which lines are wanted
 * @param code where the code section's content begins in the module: addresses count from there
 */
export function readLines(section: Uint8Array, file: string, code: number): LineEntry[] {
  const entries: LineEntry[] = [];
  const bytes = new ByteReader(section);
  while (bytes.left > 0) readUnit(bytes, file, (address, line) => entries.push({ offset: code + address, line }));
  return withoutRepeats(entries.sort((a, b) => a.offset - b.offset || b.line - a.line));
}

function readUnit(bytes: ByteReader, wanted: string, add: (address: number, line: number) => void): void {
  const header = readHeader(bytes, wanted);
  const first = { address: 0, file: 1, line: 1 };
  let row = { ...first };
  // The linker puts a function that it leaves out at 0.
  let leftOut = false;
  const emit = (): void => {
    if (!leftOut) add(row.address, row.file === header.file ? row.line : 0);
  };
  while (bytes.at < header.end) {
    const opcode = bytes.u8();
    const special = opcode - header.operands.length - 1;
    if (special >= 0) {
      row.address += Math.floor(special / header.lineRange) * header.minimumLength;
      row.line += header.lineBase + (special % header.lineRange);
      emit();
    } else if (opcode === standard.extended) {
      const length = bytes.uleb();
      const end = bytes.at + length;
      const kind = bytes.u8();
      if (kind === extended.setAddress) {
        row.address = bytes.u32();
        leftOut = row.address === 0;
      }
      if (kind === extended.endSequence) {
        row.file = 0;
        emit();
        row = { ...first };
      }
      bytes.at = end;
    } else if (opcode === standard.copy) emit();
    else if (opcode === standard.advancePc) row.address += bytes.uleb() * header.minimumLength;
    else if (opcode === standard.advanceLine) row.line += bytes.sleb();
    else if (opcode === standard.setFile) row.file = bytes.uleb();
    else if (opcode === standard.constAddPc)
      row.address += Math.floor((255 - header.operands.length - 1) / header.lineRange) * header.minimumLength;
    else if (opcode === standard.fixedAdvancePc) row.address += bytes.u16();
    else for (let operand = header.operands[opcode - 1] ?? 0; operand > 0; operand--) bytes.uleb();
  }
}

function readHeader(bytes: ByteReader, wanted: string): Header {
  const length = bytes.u32();
  const end = bytes.at + length;
  const version = bytes.u16();
  if (version !== 4) throw new Error(`a line table of version ${version}`);
  const headerLength = bytes.u32();
  const program = bytes.at + headerLength;
  const minimumLength = bytes.u8();
  // Operations an instruction; whether rows are statements.
  bytes.at += 2;
  const lineBase = (bytes.u8() << 24) >> 24;
  const lineRange = bytes.u8();
  const operands = Array.from({ length: bytes.u8() - 1 }, () => bytes.u8());
  while (bytes.text() !== '');
  let file: number | undefined;
  for (let number = 1; ; number++) {
    const name = bytes.text();
    if (name === '') break;
    const directory = bytes.uleb();
    bytes.uleb();
    bytes.uleb();
    if (name === wanted && directory === 0) file = number;
  }
  bytes.at = program;
  return { end, minimumLength, lineBase, lineRange, operands, file };
}

/** Of several entries at one place the first counts; one that says what the one before it has said is left out. */
function withoutRepeats(entries: readonly LineEntry[]): LineEntry[] {
  const result: LineEntry[] = [];
  for (const entry of entries) {
    const last = result.at(-1);
    if (entry.offset !== last?.offset && entry.line !== (last?.line ?? 0)) result.push(entry);
  }
  return result;
}

const compilersName = '.debug_line';
/** As long: its length stays where it is. */
export const linkersName = '.lines_line';

/** Gives the section of an object another name, by which the linker keeps it when it drops what debuggers read. */
export function renameLines(object: Uint8Array): Uint8Array {
  const title = (name: string): number[] => [name.length, ...new TextEncoder().encode(name)];
  const at = indexOf(object, title(compilersName));
  if (at < 0) return object;
  const renamed = object.slice();
  renamed.set(title(linkersName), at);
  return renamed;
}

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  const [first = 0] = wanted;
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at > 0 ? bytes.lastIndexOf(first, at - 1) : -1)
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}
