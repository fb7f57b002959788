/** The memory of a program, as its system calls read and write it. */

/** The program named a place that is not in its memory. */
export class BadAddress extends Error {
  override readonly name = 'BadAddress';

  constructor() {
    super('memory access out of bounds: the program gave the host a wild pointer or a wrong length');
  }
}

/** Linux's limit of the buffers that one call may name. */
export const mostVectors = 1024;

/** A view of a memory that may grow, and then moves. */
export class MemoryView {
  #memory: WebAssembly.Memory | undefined;
  #view = new DataView(new ArrayBuffer(0));

  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory;
  }

  get view(): DataView {
    const buffer = this.#memory?.buffer;
    if (buffer !== undefined && buffer !== this.#view.buffer) this.#view = new DataView(buffer);
    return this.#view;
  }

  /** @throws BadAddress */
  bytes(pointer: number, length: number): Uint8Array {
    const [begin, size] = [pointer >>> 0, length >>> 0];
    const { buffer } = this.view;
    if (begin + size > buffer.byteLength) throw new BadAddress();
    return new Uint8Array(buffer, begin, size);
  }

  /** @param most so many bytes are read; of a longer text it is said how long it is */
  text(pointer: number, length: number, most: number): string {
    const bytes = this.bytes(pointer, length);
    const text = new TextDecoder().decode(bytes.slice(0, most));
    return bytes.length <= most ? text : `${text}… (${bytes.length} bytes in all)`;
  }

  u32(pointer: number, value: number): void {
    this.#room(pointer, 4).setUint32(pointer >>> 0, value, true);
  }

  u64(pointer: number, value: bigint): void {
    this.#room(pointer, 8).setBigUint64(pointer >>> 0, value, true);
  }

  /** The buffers of a `readv` or `writev`. */
  vectors(pointer: number, count: number): Uint8Array[] {
    if (count >>> 0 > mostVectors) throw new BadAddress();
    const view = this.#room(pointer, 8 * count);
    return Array.from({ length: count }, (_, index) => {
      const at = (pointer >>> 0) + 8 * index;
      return this.bytes(view.getUint32(at, true), view.getUint32(at + 4, true));
    });
  }

  #room(pointer: number, size: number): DataView {
    const { view } = this;
    if ((pointer >>> 0) + size > view.byteLength) throw new BadAddress();
    return view;
  }

  /** Lays out strings as `args_get` and `environ_get` want them. */
  strings(values: readonly Uint8Array[], pointers: number, buffer: number): void {
    let at = buffer >>> 0;
    values.forEach((value, index) => {
      this.u32(pointers + 4 * index, at);
      this.bytes(at, value.length).set(value);
      at += value.length;
    });
  }
}
