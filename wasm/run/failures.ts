/** From what stopped a program to words that a person understands. */
import type { Failure } from '../api/types.ts';

/** Exit codes as a shell would show them. */
export const exitCodes = { failure: 1, refused: 126, abort: 134, trap: 139 } as const;

/** The failure that `report` names; see docs/host-abi.md. */
export function reported(kind: number, type: string, what: string): Failure {
  // The kind says it already.
  if (kind === 1) return { kind: 'deadlock', type, message: what.replace(/^Deadlock: /, '') };
  if (kind === 2) return trap(what);
  if (kind === 3) return { kind: 'memory', type, message: [outOfMemory, what].filter(Boolean).join(' ') };
  return { kind: 'exception', type, message: what };
}

/** What V8, SpiderMonkey and JavaScriptCore call their traps, and what that means for a C++ program. */
const traps: readonly (readonly [RegExp, string])[] = [
  [
    /memory access out of bounds|out of bounds memory access|index out of bounds/i,
    'memory access out of bounds: a wild, dangling or uninitialised pointer',
  ],
  [/divide by zero|division by zero/i, 'integer division by zero'],
  [/integer overflow|unrepresentable/i, 'arithmetic overflow: the result does not fit its type'],
  [/signature mismatch|null function|indirect call|table index/i, 'call through a null or damaged function pointer'],
];

const aborted = 'the program called abort(), or came to a point that its code says is never reached';
const stackOverflow = 'stack overflow: the calls are nested too deeply';
const outOfMemory = 'the program ran out of memory (1 GiB)';

/** V8 and JavaScriptCore throw a RangeError when calls are nested too deeply, SpiderMonkey an InternalError. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof Error && /call stack|too much recursion/i.test(error.message);
}

/** The engine itself has no memory left: for the program's, or for what the host makes of its output. */
function isOutOfMemory(error: unknown): boolean {
  return (
    error instanceof Error &&
    /out of memory|could not allocate|allocation failed|invalid (?:array|string) length/i.test(error.message)
  );
}

/** The failure behind an error that WebAssembly threw into JavaScript. */
export function trapped(error: unknown, stackExhausted: boolean): Failure {
  const text = error instanceof Error ? error.message : String(error);
  if (stackExhausted || isStackOverflow(error)) return trap(stackOverflow);
  if (error instanceof WebAssembly.Exception) {
    return {
      kind: 'exception',
      type: '',
      message: 'an exception left the constructor or destructor of a global object',
    };
  }
  if (isOutOfMemory(error)) return { kind: 'memory', type: '', message: `the browser ran out of memory: ${text}` };
  if (/unreachable/i.test(text)) return { kind: 'abort', type: '', message: aborted };
  const known = traps.find(([pattern]) => pattern.test(text));
  return trap(known ? known[1] : text);
}

function trap(message: string): Failure {
  return { kind: 'trap', type: '', message };
}
