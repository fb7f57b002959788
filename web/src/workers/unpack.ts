/** Unpacks the compiler's files: browsers know how to unpack Brotli, but not all let a script have it done. */
import init, { BrotliDecStream } from 'brotli-dec-wasm/web';

const moreInput = 2;
const moreOutput = 3;
const outputAtOnce = 1 << 20;
/** Once: a second start would take away the memory of what is being unpacked. */
let started: Promise<unknown> | undefined;

/** @param size of what is packed; @throws Error if it is another one */
export async function unpack(
  packed: AsyncIterable<Uint8Array<ArrayBuffer>>,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  await (started ??= init());
  const stream = new BrotliDecStream();
  const unpacked = new Uint8Array(size);
  let at = 0;
  let isWhole = false;
  try {
    for await (const chunk of packed) {
      for (let rest = chunk, code = moreOutput; code === moreOutput;) {
        const result = stream.dec(rest, outputAtOnce);
        unpacked.set(result.buf, at);
        at += result.buf.length;
        rest = rest.subarray(result.input_offset);
        code = result.code;
        isWhole = code !== moreInput && code !== moreOutput;
        result.free();
      }
    }
  } finally {
    stream.free();
  }
  if (!isWhole || at !== size) throw new Error(`${at} bytes of ${size} were unpacked`);
  return unpacked;
}
