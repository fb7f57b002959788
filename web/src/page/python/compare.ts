/** Whether the C++ program and its Python twin print the same. */
import type { OutputLog } from '../output/log.ts';

export type Comparison =
  | { kind: 'same'; lines: number }
  /** What each has in the first line that differs; nothing where its output has ended. */
  | { kind: 'different'; line: number; cpp: string | undefined; python: string | undefined }
  /** The page does not keep all that was printed. */
  | { kind: 'too long' };

/** What the C++ program wrote to its standard output, line by line; nothing where some of it was left out. */
export function printedLines({ head, tail, cutCharacters }: OutputLog): string[] | undefined {
  const lines = [...head, ...tail].filter(({ kind }) => kind === 'stdout');
  if (cutCharacters > 0 || lines.some(({ cut }) => cut > 0)) return undefined;
  return lines.map(({ text }) => text);
}

export function compare(cpp: readonly string[] | undefined, printed: string): Comparison {
  if (cpp === undefined) return { kind: 'too long' };
  const python = printed.split('\n');
  // What stands behind the last newline is a line only if there is something.
  if (python.at(-1) === '') python.pop();
  for (let index = 0; index < Math.max(cpp.length, python.length); index++) {
    if (cpp[index] !== python[index])
      return { kind: 'different', line: index + 1, cpp: cpp[index], python: python[index] };
  }
  return { kind: 'same', lines: cpp.length };
}

/** In a sentence. */
export function verdict(comparison: Comparison): string {
  switch (comparison.kind) {
    case 'same':
      return `Both print the same: ${comparison.lines} ${comparison.lines === 1 ? 'line' : 'lines'}.`;
    case 'too long':
      return 'Too much was printed to compare it.';
    case 'different': {
      const { line, cpp, python } = comparison;
      return `They differ from line ${line} on: C++ has ${quoted(cpp)}, Python ${quoted(python)}.`;
    }
  }
}

const mostShown = 60;

function quoted(line: string | undefined): string {
  if (line === undefined) return 'no such line';
  return `“${line.length > mostShown ? `${line.slice(0, mostShown)}…` : line}”`;
}
