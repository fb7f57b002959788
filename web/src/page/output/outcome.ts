/** Puts the end of a run into words. */
import type { Failure, ProgramSize, RunResult } from '../../../../wasm/api/types.ts';
import type { Program } from '../compile/programs.ts';
import { clockWords } from '../run/clocks.ts';
import { bytes } from '../ui/bytes.ts';

/** "1.25 s" from a second on, "312 ms" below, "0.4 ms" below ten. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}

export function failureText({ kind, type, message }: Failure): string {
  switch (kind) {
    case 'exception':
      return `Uncaught exception: ${[type, message].filter((part) => part !== '').join(': ')}`;
    case 'trap':
      return `The program crashed: ${message}`;
    case 'deadlock':
      return `Deadlock: ${message}`;
    case 'refused':
      return message;
    case 'abort':
    case 'memory':
    case 'unfinished':
      return message.charAt(0).toUpperCase() + message.slice(1);
  }
}

export function timings(program: Program, result: RunResult): string {
  const made = program.prebuilt
    ? 'compiled in advance'
    : `compiled${level(program)} in ${duration(program.compileMs)}, linked in ${duration(program.linkMs)}`;
  return `Exit code ${result.exitCode} · ${made}, ran ${lasted(result)}${sizes(result.size)}`;
}

/** Whose time that is: with any but the real clock both the person's and the program's. */
export function lasted({ clock, wallMs, clockMs }: RunResult): string {
  if (clock === 'real') return duration(wallMs);
  return `${duration(wallMs)}, ended in ${duration(clockMs)} ${clockWords[clock].time}`;
}

function level({ optimisation, asked }: Program): string {
  if (optimisation < asked) return ` with -O${optimisation} (Clang fails to optimise it)`;
  return optimisation > 0 ? ` with -O${optimisation}` : '';
}

function sizes(size: ProgramSize | undefined): string {
  if (size === undefined) return '';
  return ` · module ${bytes(size.compressed)} compressed, ${bytes(size.runtime)} of it asyncio`;
}

export function succeeded(result: RunResult): boolean {
  return result.failure === undefined && result.exitCode === 0;
}
