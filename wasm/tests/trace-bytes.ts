/** Records of a trace, as a program sends them. */

/** A record of docs/event-log.md. */
export function record(
  kind: number,
  detail: number,
  subject: number,
  time: number,
  values: number[],
  small = 0,
): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, kind);
  view.setUint8(1, detail);
  view.setUint16(2, small, true);
  view.setUint32(4, subject, true);
  view.setFloat64(8, time, true);
  values.forEach((value, index) => view.setUint32(16 + 4 * index, value, true));
  return bytes;
}

export function string(id: number, text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([record(1, 0, 0, 0, [id, bytes.length]), bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)]);
}
