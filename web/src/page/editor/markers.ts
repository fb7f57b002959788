/** From the compiler's diagnostics to what the editor underlines. */
import type { Diagnostic, Note } from '../../../../wasm/api/types.ts';

/** The name under which the compiler knows the editor's text. */
export const sourceFile = 'main.cpp';

export function isSourceFile(file: string): boolean {
  return file === sourceFile || file.endsWith(`/${sourceFile}`);
}

/** A diagnostic's place in the text: its own, or that of a note when its own is in a header. */
function placeOf(diagnostic: Diagnostic): Note | undefined {
  if (isSourceFile(diagnostic.file)) return diagnostic;
  return diagnostic.notes.find((note) => isSourceFile(note.file));
}

export function describe(diagnostic: Note): string {
  const option = diagnostic.option === undefined ? '' : ` [-${diagnostic.option}]`;
  return `${diagnostic.message}${option}`;
}

export interface Marker {
  severity: Diagnostic['severity'];
  startLineNumber: number;
  startColumn: number;
  endLineNumber: number;
  endColumn: number;
  message: string;
}

/** One marker for each diagnostic that has a place in the text, with its notes below its message. */
export function markersOf(diagnostics: readonly Diagnostic[]): Marker[] {
  return diagnostics.flatMap((diagnostic) => {
    const place = placeOf(diagnostic);
    if (place === undefined) return [];
    return {
      severity: diagnostic.severity,
      startLineNumber: place.line,
      startColumn: place.column,
      endLineNumber: place.endLine,
      endColumn: place.endColumn,
      message: [describe(diagnostic), ...diagnostic.notes.map((note) => `note: ${describe(note)}`)].join('\n'),
    };
  });
}
