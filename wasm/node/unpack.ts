/** Unpacks the compiler's files. For Node alone. */
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Unpack } from '../compiler/load.ts';

export const unpack: Unpack = async (packed) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of packed) chunks.push(chunk);
  return new Uint8Array(await promisify(brotliDecompress)(Buffer.concat(chunks)));
};
