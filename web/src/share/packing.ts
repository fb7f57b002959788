/** A text small enough for a link: deflated, in base64url. */
import { fromBase64Url, toBase64Url } from './base64url.ts';

/** The link cannot be read; the message is for the person who opened it. */
export class DamagedLink extends Error {
  override readonly name = 'DamagedLink';
}

/** Far above anything that is shared, far below what a few crafted bytes could unpack to. */
export const LONGEST_TEXT_BYTES = 4 * 1024 * 1024;

export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return toBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** @param what the text is, for the message of the `DamagedLink` that it may throw */
export async function unpack(packed: string, what: string): Promise<string> {
  try {
    const bytes = await inflate(fromBase64Url(packed), what);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof DamagedLink) throw error;
    throw new DamagedLink(`This link is damaged: part of the ${what} is missing or was changed.`);
  }
}

async function inflate(packed: Uint8Array<ArrayBuffer>, what: string): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > LONGEST_TEXT_BYTES) throw new DamagedLink(`The ${what} in this link is too large.`);
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
