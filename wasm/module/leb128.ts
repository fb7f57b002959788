/** Numbers as WebAssembly and DWARF write them, and bytes read one after the other. */

export function leb128(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb128(value >>> 7)];
}

export function signedLeb128(value: number): number[] {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signedLeb128(value >> 7)];
}

/** Past the end there are zeros. Numbers are read modulo 2^32. */
export class ByteReader {
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  u8(): number {
    return this.#bytes[this.at++] ?? 0;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  uleb(): number {
    return this.#leb().value >>> 0;
  }

  sleb(): number {
    const { value, bits, negative } = this.#leb();
    return negative && bits < 32 ? value | (-1 << bits) : value | 0;
  }

  /** Up to a zero. */
  text(): string {
    const begin = this.at;
    while (this.u8() !== 0);
    return new TextDecoder().decode(this.#bytes.subarray(begin, this.at - 1));
  }

  /** As long as the number before it says. */
  name(): string {
    return new TextDecoder().decode(this.bytes(this.uleb()));
  }

  bytes(length: number): Uint8Array {
    const begin = this.at;
    this.at += length;
    return this.#bytes.subarray(begin, this.at);
  }

  #leb(): { value: number; bits: number; negative: boolean } {
    let value = 0;
    let bits = 0;
    for (;;) {
      const byte = this.u8();
      if (bits < 32) value |= (byte & 0x7f) << bits;
      bits += 7;
      if (byte < 0x80) return { value, bits, negative: (byte & 0x40) !== 0 };
    }
  }
}
