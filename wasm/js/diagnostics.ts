/** Reads Clang's messages (text with `-fdiagnostics-print-source-range-info`) into Diagnostics. */
import type { Diagnostic } from './types.ts';

/** `file:line:column:{ranges}: severity: message [-Wflag]` */
const header = /^(.+?):(\d+):(\d+):(?:((?:\{[^{}]*\})+):)? (fatal error|error|warning|note): (.*)$/;
/** The ranges in such a line, which are for us and not for a person. */
const rangeInfo = /^(.+?:\d+:\d+:)(?:\{[^{}]*\})+:( (?:fatal error|error|warning|note): )/gm;
const range = /\{(\d+):(\d+)-(\d+):(\d+)\}/g;
const flag = / \[-(W[^\],]*)(?:,[^\]]*)?\]$/;

interface Position {
  line: number;
  column: number;
}

/** What a terminal would have shown. */
export function readableText(stderr: string): string {
  return stderr.replace(rangeInfo, '$1$2');
}

/** @param source the text of the file `sourceName`, by which columns are turned into UTF-16 units. */
export function parseDiagnostics(stderr: string, sourceName: string, source: string): Diagnostic[] {
  const lines = new SourceLines(source);
  const found: Diagnostic[] = [];
  for (const line of stderr.split('\n')) {
    const match = header.exec(line);
    if (!match) continue;
    const diagnostic = toDiagnostic(match, (file) => (file === sourceName ? lines : undefined));
    const owner = found.at(-1);
    if (diagnostic.severity === 'note' && owner) owner.notes.push(diagnostic);
    else found.push(diagnostic);
  }
  return found;
}

function toDiagnostic(match: RegExpExecArray, linesOf: (file: string) => SourceLines | undefined): Diagnostic {
  const [, file = '', line = '', column = '', ranges = '', severity = '', text = ''] = match;
  const lines = linesOf(file);
  const begin = { line: Number(line), column: Number(column) };
  const end = endOf(begin, ranges) ?? lines?.wordEnd(begin) ?? { line: begin.line, column: begin.column + 1 };
  const [, option] = flag.exec(text) ?? [];
  return {
    severity: severity === 'warning' || severity === 'note' ? severity : 'error',
    file,
    line: begin.line,
    column: lines?.utf16(begin) ?? begin.column,
    endLine: end.line,
    endColumn: lines?.utf16(end) ?? end.column,
    message: text.replace(flag, ''),
    ...(option === undefined ? {} : { option }),
    notes: [],
  };
}

/** The end of the range that the message is about: the one that begins where the message points. */
function endOf({ line, column }: Position, ranges: string): Position | undefined {
  for (const [, fromLine, fromColumn, toLine, toColumn] of ranges.matchAll(range)) {
    if (Number(fromLine) === line && Number(fromColumn) === column)
      return { line: Number(toLine), column: Number(toColumn) };
  }
  return undefined;
}

/** Turns Clang's columns, which count UTF-8 bytes, into UTF-16 units. */
class SourceLines {
  readonly #lines: string[];

  constructor(source: string) {
    this.#lines = source.split(/\r\n|\n|\r/);
  }

  utf16({ line, column }: Position): number {
    const text = this.#lines[line - 1] ?? '';
    let bytes = 1;
    let units = 1;
    for (const character of text) {
      if (bytes >= column) break;
      bytes += utf8Length(character);
      units += character.length;
    }
    return units;
  }

  /** The end of the word at a position, in bytes; one character if there is no word. */
  wordEnd(begin: Position): Position {
    const rest = (this.#lines[begin.line - 1] ?? '').slice(this.utf16(begin) - 1);
    const word = /^[\p{L}\p{N}_]+|^./u.exec(rest)?.[0] ?? ' ';
    const length = [...word].reduce((sum, character) => sum + utf8Length(character), 0);
    return { line: begin.line, column: begin.column + length };
  }
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
