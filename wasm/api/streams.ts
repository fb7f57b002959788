/** Reads streams in every browser: WebKit's have no async iterator. */

export async function* chunksOf<T>(stream: ReadableStream<T> | null | undefined): AsyncGenerator<T, void, undefined> {
  const reader = stream?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops early wants no more of it.
    await reader.cancel().catch(() => {});
  }
}

/** All of a stream. @throws TooLong past so many bytes */
export async function readAll(
  stream: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  mostBytes = Infinity,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of chunksOf(stream)) {
    length += part.length;
    if (length > mostBytes) throw new TooLong();
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

export class TooLong extends Error {
  override readonly name = 'TooLong';
}
