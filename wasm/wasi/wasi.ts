/** The constants and memory helpers of WASI preview 1 that the compiler's and the program's system calls share. */

export const Errno = {
  success: 0,
  badf: 8,
  fbig: 22,
  inval: 28,
  isdir: 31,
  noent: 44,
  nosys: 52,
  notdir: 54,
  spipe: 70,
} as const;

export const FileType = { directory: 3, regular: 4 } as const;

/** Thrown through the program's frames by `proc_exit`. */
export class ExitSignal extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`exit code ${code}`);
    this.code = code;
  }
}

/** The program named a place that is not in its memory. */
export class BadAddress extends Error {
  override readonly name = 'BadAddress';

  constructor() {
    super('memory access out of bounds: the program gave the host a wild pointer or a wrong length');
  }
}

/** Linux's limit of the buffers that one call may name. */
export const mostVectors = 1024;

/** Import objects have no prototype: what a program may import must not include what every object inherits. */
export function withoutPrototype<T extends object>(members: T): T {
  return Object.freeze(Object.assign(Object.create(null) as T, members));
}

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

/** Nanoseconds of the clock with this id: 0 is the wall clock, the others only go forward. */
export function clockTime(id: number): bigint {
  const ms = id === 0 ? Date.now() : performance.now();
  return BigInt(Math.round(ms * 1e6));
}

/** The calls by which a program gets its arguments and its environment (`NAME=value`). */
export function stringCalls(
  memory: MemoryView,
  args: readonly string[],
  environment: readonly string[] = [],
): Record<string, (first: number, second: number) => number> {
  const [argsGet, argsSizesGet] = stringsAndSizes(memory, args);
  const [environGet, environSizesGet] = stringsAndSizes(memory, environment);
  return {
    args_get: argsGet,
    args_sizes_get: argsSizesGet,
    environ_get: environGet,
    environ_sizes_get: environSizesGet,
  };
}

type TwoPointers = (first: number, second: number) => number;

function stringsAndSizes(memory: MemoryView, values: readonly string[]): [TwoPointers, TwoPointers] {
  const encoded = values.map((value) => new TextEncoder().encode(`${value}\0`));
  const size = encoded.reduce((sum, { length }) => sum + length, 0);
  return [
    (pointers, buffer) => (memory.strings(encoded, pointers, buffer), Errno.success),
    (count, total) => (memory.u32(count, encoded.length), memory.u32(total, size), Errno.success),
  ];
}
