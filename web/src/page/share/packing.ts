/** A text small enough for a link: deflated, in base64url. */
import { readAll, TooLong } from '../../../../wasm/api/streams.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';

/** The link cannot be read; the message is for the person who opened it. */
export class DamagedLink extends Error {
  override readonly name = 'DamagedLink';
}

const tooOld = 'it has no compression streams. A newer one has.';

/** Far above anything that is shared, far below what a few crafted bytes could unpack to. */
export const longestTextBytes = 4 * 1024 * 1024;

export async function pack(text: string): Promise<string> {
  if (typeof CompressionStream !== 'function') throw new Error(`This browser cannot make links: ${tooOld}`);
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return toBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** @param what the text is, for the message of the `DamagedLink` that it may throw */
export async function unpack(packed: string, what: string): Promise<string> {
  try {
    if (typeof DecompressionStream !== 'function') throw new DamagedLink(`This browser cannot open links: ${tooOld}`);
    const bytes = await inflate(fromBase64Url(packed), what);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof DamagedLink) throw error;
    throw new DamagedLink(`This link is damaged: part of the ${what} is missing or was changed.`);
  }
}

async function inflate(packed: Uint8Array<ArrayBuffer>, what: string): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    return await readAll(stream, longestTextBytes);
  } catch (error) {
    if (error instanceof TooLong) throw new DamagedLink(`The ${what} in this link is too large.`);
    throw error;
  }
}
