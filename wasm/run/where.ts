/** Where in the program's source it was when it was ended: by the engine's stack of calls, and the module's table of lines. */
import { lineAt, linesSection, sourceName } from '../module/line-table.ts';
import type { Failure } from '../api/types.ts';

/** How V8 and SpiderMonkey name a place in WebAssembly: by the byte of the module. */
const frame = /wasm-function\[\d+\]:0x([0-9a-f]{1,8})/g;
/** The frames that are looked at: those of libc++ lie above the program's own. Engines keep ten if nobody asks. */
export const stackDepth = 64;

/** Adds to the failure's message the line of the program's own source, if it is known and not said yet. */
export function withLine(failure: Failure, error: unknown, module: WebAssembly.Module): Failure {
  // What an exception says is its own, and where it was thrown is no longer on the stack.
  const told = failure.kind === 'exception' || failure.message.includes(`${sourceName}:`);
  const line = told ? undefined : lineOf(error, module);
  return line === undefined ? failure : { ...failure, message: `${failure.message} at ${sourceName}:${line}` };
}

/** The innermost line of the program's own. */
function lineOf(error: unknown, module: WebAssembly.Module): number | undefined {
  const [table] = WebAssembly.Module.customSections(module, linesSection);
  if (!table || !(error instanceof Error)) return undefined;
  const bytes = new Uint8Array(table);
  const frames = [...(error.stack ?? '').matchAll(frame)].slice(0, stackDepth);
  for (const [, offset = ''] of frames) {
    const line = lineAt(bytes, parseInt(offset, 16));
    if (line !== undefined) return line;
  }
  return undefined;
}
