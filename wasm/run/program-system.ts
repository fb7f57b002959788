/** The system calls of a running program: standard streams, clocks, random numbers. There are no files. */
import type { Output } from './output.ts';
import type { ProgramOptions, StandardInput } from '../api/types.ts';
import { Errno, FileType, stringCalls } from '../wasi/calls.ts';
import { mostVectors, type MemoryView } from '../wasi/memory.ts';
import type { SystemSource } from './system-source.ts';

const empty: StandardInput = { read: () => new Uint8Array() };

export interface SystemEvents {
  /** The program ended itself. Its next instruction is a trap, which unwinds it: no `catch` can see that. */
  exit(code: number): void;
}

/** The import object's `wasi_snapshot_preview1`. */
export function programSystem(
  memory: MemoryView,
  output: Output,
  source: SystemSource,
  { args = [], env = {}, stdin = empty }: Pick<ProgramOptions, 'args' | 'env' | 'stdin'>,
  events: SystemEvents,
): Record<string, (...args: never[]) => unknown> {
  const environment = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return {
    ...stringCalls(memory, ['main', ...args], environment),
    clock_res_get: (_id: number, out: number) => (memory.u64(out, 1000n), Errno.success),
    clock_time_get: (id: number, _precision: bigint, out: number) => (memory.u64(out, source.clock(id)), Errno.success),
    random_get: (out: number, length: number) => (source.fillRandom(memory.bytes(out, length)), Errno.success),
    proc_exit: (code: number) => events.exit(code),
    fd_close: () => Errno.success,
    fd_fdstat_get: (fd: number, out: number) => describe(memory, fd, out),
    fd_read: (fd: number, vectors: number, count: number, out: number) =>
      readInput(memory, stdin, fd, vectors, count, out),
    fd_seek: () => Errno.spipe,
    fd_write: (fd: number, vectors: number, count: number, out: number) => {
      if (fd !== 1 && fd !== 2) return Errno.badf;
      if (count >>> 0 > mostVectors) return Errno.inval;
      let written = 0;
      for (const bytes of memory.vectors(vectors, count)) {
        output.write(fd === 1 ? 'stdout' : 'stderr', bytes);
        written += bytes.length;
      }
      memory.u32(out, written);
      return Errno.success;
    },
  };
}

/** Its result is a promise where the input is still to come. */
function readInput(
  memory: MemoryView,
  stdin: StandardInput,
  fd: number,
  vectors: number,
  count: number,
  out: number,
): number | Promise<number> {
  if (fd !== 0) return Errno.badf;
  if (count >>> 0 > mostVectors) return Errno.inval;
  const room = memory.vectors(vectors, count).reduce((sum, { length }) => sum + length, 0);
  // Before anything is taken: a wild pointer loses no input.
  memory.u32(out, 0);
  const fill = (bytes: Uint8Array): number => {
    let at = 0;
    // The memory may have moved meanwhile.
    for (const part of memory.vectors(vectors, count)) {
      const piece = bytes.subarray(at, at + part.length);
      part.set(piece);
      at += piece.length;
    }
    memory.u32(out, at);
    return Errno.success;
  };
  const given = room === 0 ? new Uint8Array() : stdin.read(room);
  return given instanceof Uint8Array ? fill(given) : given.then(fill);
}

function describe(memory: MemoryView, fd: number, out: number): number {
  if (fd > 2) return Errno.badf;
  memory.bytes(out, 24).fill(0);
  memory.bytes(out, 1).set([FileType.regular]);
  return Errno.success;
}
