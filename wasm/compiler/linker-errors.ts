/** Turns the linker's messages into words about the program. */
import { paths } from './arguments.ts';
import type { Diagnostic } from '../api/types.ts';

const undefinedSymbol = /undefined symbol: (.+)$/;
const duplicateSymbol = /duplicate symbol: (.+)$/;
/** How the entry point of a program appears to the linker. */
const mainSymbols = new Set(['main', '__main_argc_argv', '__main_void']);

export function linkerDiagnostics(stderr: string, source: string): Diagnostic[] {
  const messages = stderr.split('\n').flatMap((line) => {
    const message = explain(line, source);
    return message ? [message] : [];
  });
  return [...new Map(messages.map((message) => [message.text, message])).values()].map(({ text, name }) =>
    at(text, name, source),
  );
}

function explain(line: string, source: string): { text: string; name: string } | undefined {
  const missing = undefinedSymbol.exec(line)?.[1];
  if (missing !== undefined) {
    if (mainSymbols.has(missing)) return { text: 'Your program needs an int main().', name: '' };
    return { text: describeMissing(missing, source), name: missing };
  }
  const twice = duplicateSymbol.exec(line)?.[1];
  if (twice !== undefined)
    return { text: `'${twice}' is defined twice: once here, and once in the library`, name: twice };
  const other = /^wasm-ld: error: (.*)$/.exec(line)?.[1];
  return other === undefined ? undefined : { text: `The linker failed: ${other}`, name: '' };
}

/** A C function that the source does not name is one that the C library wants of the system under it. */
function describeMissing(name: string, source: string): string {
  if (/^\w+$/.test(name) && !source.includes(name))
    return `The program uses a part of the C library that there is none of in a page (it needs '${name}').`;
  return `'${name}' is declared and used, but defined nowhere`;
}

/** Points at the first place where the source names the symbol, or at its first line. */
function at(message: string, symbol: string, source: string): Diagnostic {
  const place = locate(/(~?\w+)(?:\[abi:\w+\])?(?:\(|$)/.exec(symbol)?.[1], source);
  return { severity: 'error', file: paths.source, ...place, message, notes: [] };
}

function locate(
  name: string | undefined,
  source: string,
): Pick<Diagnostic, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const lines = source.split('\n');
  const line = name === undefined ? -1 : lines.findIndex((text) => new RegExp(`(?<!\\w)${name}(?!\\w)`).test(text));
  if (name === undefined || line < 0) return { line: 1, column: 1, endLine: 1, endColumn: (lines[0]?.length ?? 0) + 1 };
  const column = (lines[line]?.search(new RegExp(`(?<!\\w)${name}(?!\\w)`)) ?? 0) + 1;
  return { line: line + 1, column, endLine: line + 1, endColumn: column + name.length };
}
