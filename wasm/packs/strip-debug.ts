/**
 * Takes the debug information out of static libraries: two thirds of Emscripten's, and of no use to the page.
 *
 * The sections are emptied, not removed: symbols of an object name sections by their number. llvm-strip removes them, and
 * breaks the relocations.
 */

const armag = '!<arch>\n';
const memberHeader = 60;
const customSection = 0;

/** @param archive as `ar` makes them, with a symbol index first */
export function stripArchive(archive: Uint8Array): Uint8Array {
  const members = readMembers(archive);
  const moved = new Map<number, number>();
  const parts: Uint8Array[] = [ascii(armag)];
  let size = armag.length;
  for (const { at, header, content } of members) {
    moved.set(at, size);
    const stripped = isObject(content) ? stripObject(content) : content;
    const padded = stripped.length % 2 === 0 ? [stripped] : [stripped, ascii('\n')];
    const member = [withSize(header, stripped.length), ...padded];
    parts.push(...member);
    size += member.reduce((sum, part) => sum + part.length, 0);
  }
  const result = concatenate(parts);
  const [index] = readMembers(result);
  if (index) moveSymbols(index.content, moved);
  return result;
}

interface Member {
  at: number;
  header: Uint8Array;
  content: Uint8Array;
}

function readMembers(archive: Uint8Array): Member[] {
  const members: Member[] = [];
  for (let at = armag.length; at + memberHeader <= archive.length;) {
    const header = archive.subarray(at, at + memberHeader);
    const size = Number(text(header.subarray(48, 58)));
    const begin = at + memberHeader;
    members.push({ at, header, content: archive.subarray(begin, begin + size) });
    at = begin + size + (size % 2);
  }
  return members;
}

function withSize(header: Uint8Array, size: number): Uint8Array {
  const changed = header.slice();
  changed.set(ascii(String(size).padEnd(10)), 48);
  return changed;
}

/** The index is a count and so many offsets of members, big-endian, before the names of the symbols. */
function moveSymbols(index: Uint8Array, moved: ReadonlyMap<number, number>): void {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const count = view.getUint32(0);
  for (let symbol = 1; symbol <= count; symbol++) {
    const to = moved.get(view.getUint32(4 * symbol));
    if (to === undefined) throw new Error('the index of an archive names no member');
    view.setUint32(4 * symbol, to);
  }
}

function isObject(content: Uint8Array): boolean {
  return text(content.subarray(0, 4)) === '\0asm';
}

function stripObject(object: Uint8Array): Uint8Array {
  const parts = [object.subarray(0, 8)];
  for (let at = 8; at < object.length;) {
    const [size, begin] = readLeb(object, at + 1);
    const end = begin + size;
    parts.push(
      object[at] === customSection ? stripSection(object.subarray(at, end), begin - at) : object.subarray(at, end),
    );
    at = end;
  }
  return concatenate(parts);
}

/** @param content where the section's content begins, which is its name */
function stripSection(section: Uint8Array, content: number): Uint8Array {
  const [length, begin] = readLeb(section, content);
  const name = text(section.subarray(begin, begin + length));
  // Relocations of what is gone. They come last, so no section's number changes.
  if (name.startsWith('reloc..debug_')) return new Uint8Array(0);
  if (!name.startsWith('.debug_')) return section;
  return concatenate([Uint8Array.of(customSection, length + 1, length), section.subarray(begin, begin + length)]);
}

/** @returns the number and where it ends */
function readLeb(bytes: Uint8Array, at: number): [number, number] {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

function ascii(value: string): Uint8Array {
  return Uint8Array.from(value, (character) => character.charCodeAt(0));
}

function text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
