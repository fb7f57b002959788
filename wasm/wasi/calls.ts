/** What the compiler's and the program's system calls (WASI preview 1) have in common. */
import type { MemoryView } from './memory.ts';

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

/** Import objects have no prototype: what a program may import must not include what every object inherits. */
export function withoutPrototype<T extends object>(members: T): T {
  return Object.freeze(Object.assign(Object.create(null) as T, members));
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
