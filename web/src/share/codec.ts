/** A program as a link's fragment and back: `#example=NAME`, or `#v1/` and the deflated text in base64url. */
import { fromBase64Url, toBase64Url } from './base64url.ts';

export type Shared = { kind: 'example'; name: string } | { kind: 'program'; source: string };

/** The link cannot be read; the message is for the person who opened it. */
export class DamagedLink extends Error {
  override readonly name = 'DamagedLink';
}

const EXAMPLE = 'example=';
const VERSION = 'v1/';
/** Far above any program, far below what a few crafted bytes could unpack to. */
export const LONGEST_SOURCE_BYTES = 4 * 1024 * 1024;

export async function encodeFragment(shared: Shared): Promise<string> {
  switch (shared.kind) {
    case 'example':
      return `#${EXAMPLE}${encodeURIComponent(shared.name)}`;
    case 'program':
      return `#${VERSION}${toBase64Url(await deflate(shared.source))}`;
  }
}

/** Nothing for an empty fragment; throws `DamagedLink` for one that is not ours or not whole. */
export async function decodeFragment(fragment: string): Promise<Shared | undefined> {
  const body = fragment.replace(/^#/, '');
  if (body === '') return undefined;
  if (body.startsWith(EXAMPLE)) return { kind: 'example', name: unescapeName(body.slice(EXAMPLE.length)) };
  if (body.startsWith(VERSION)) return { kind: 'program', source: await unpack(body.slice(VERSION.length)) };
  if (/^v\d+\//.test(body)) throw new DamagedLink('This link was made by a newer version of this page.');
  throw new DamagedLink('This link holds no program that this page can read.');
}

function unescapeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new DamagedLink('This link is damaged: the name of its example cannot be read.');
  }
}

async function unpack(packed: string): Promise<string> {
  try {
    const bytes = await inflate(fromBase64Url(packed));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof DamagedLink) throw error;
    throw new DamagedLink('This link is damaged: part of the program is missing or was changed.');
  }
}

async function deflate(source: string): Promise<Uint8Array> {
  const stream = new Blob([source]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > LONGEST_SOURCE_BYTES) throw new DamagedLink('The program in this link is too large.');
    parts.push(part);
  }
  return concatenate(parts, length);
}

function concatenate(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
