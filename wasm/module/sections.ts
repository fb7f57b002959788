/** A module's sections, taken apart and put together. */
import { ByteReader, leb128 } from './leb128.ts';

const header = 8;
const custom = 0;
const code = 10;

export interface Sections {
  /** The module without its custom sections. */
  bare: Uint8Array<ArrayBuffer>;
  /** Where the content of its code section begins, in `bare`. */
  code: number;
  custom: Map<string, Uint8Array>;
}

export function takeApart(module: Uint8Array): Sections {
  const bytes = new ByteReader(module);
  const kept = [bytes.bytes(header)];
  const result = { code: 0, custom: new Map<string, Uint8Array>() };
  let size = header;
  while (bytes.left > 0) {
    const begin = bytes.at;
    const kind = bytes.u8();
    const length = bytes.uleb();
    const content = bytes.at;
    const end = content + length;
    if (kind === custom) {
      const name = bytes.name();
      result.custom.set(name, module.subarray(bytes.at, end));
    } else {
      if (kind === code) result.code = size + content - begin;
      kept.push(module.subarray(begin, end));
      size += end - begin;
    }
    bytes.at = end;
  }
  return { ...result, bare: concatenate(kept) };
}

/** A custom section, to be put behind the others. */
export function customSection(name: string, content: Uint8Array): Uint8Array {
  const title = new TextEncoder().encode(name);
  const body = [...leb128(title.length), ...title];
  return concatenate([Uint8Array.from([custom, ...leb128(body.length + content.length), ...body]), content]);
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
