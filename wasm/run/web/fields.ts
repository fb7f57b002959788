/** Several strings as one, on their way to the program and back: each is its length, four bytes little-endian, and its bytes. */

export function joinFields(fields: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const encoded = fields.map((field) => encoder.encode(field));
  const joined = new Uint8Array(encoded.reduce((size, field) => size + 4 + field.length, 0));
  const view = new DataView(joined.buffer);
  let at = 0;
  for (const field of encoded) {
    view.setUint32(at, field.length, true);
    joined.set(field, at + 4);
    at += 4 + field.length;
  }
  return joined;
}

export function splitFields(joined: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const view = new DataView(joined.buffer, joined.byteOffset, joined.byteLength);
  const fields: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < joined.length;) {
    const end = at + 4 + view.getUint32(at, true);
    fields.push(joined.subarray(at + 4, end));
    at = end;
  }
  return fields;
}
