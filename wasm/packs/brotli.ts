/** Packs the page's files. */
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { cachedLater } from '../../tools/content.ts';

/** `smallest` takes minutes of a processor, for an eighth less. */
export type Effort = 'quick' | 'smallest';

const qualities: Record<Effort, number> = { quick: 5, smallest: 11 };

export interface Packed {
  /** Brotli's; the same data packed by another are other bytes. */
  quality: number;
  data: Uint8Array;
}

/** What is kept in `store` as well packed as is asked, or better; else made, beside this thread. */
export async function packed(store: string, make: () => Uint8Array, effort: Effort): Promise<Packed> {
  const best = existsSync(fileOf(store, 'smallest')) ? 'smallest' : effort;
  const quality = qualities[best];
  return { quality, data: await cachedLater(fileOf(store, best), () => compress(make(), quality)) };
}

function fileOf(store: string, effort: Effort): string {
  return `${store}.br${qualities[effort]}`;
}

async function compress(data: Uint8Array, quality: number): Promise<Uint8Array> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
  };
  return promisify(brotliCompress)(data, { params });
}
