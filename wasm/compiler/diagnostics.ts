/** Reads Clang's messages (text with `-fdiagnostics-print-source-range-info`) into Diagnostics. */
import { partsFolder, paths } from './arguments.ts';
import type { Diagnostic } from '../api/types.ts';

/** `file:line:column:{ranges}: severity: message [-Wflag]` */
const header = /^(.+?):(\d{1,9}):(\d{1,9}):(?:((?:\{[^{}]*\})+):)? (fatal error|error|warning|note): (.*)$/;
/** The ranges in such a line, which are for us and not for a person. */
const rangeInfo = /^(.+?:\d{1,9}:\d{1,9}:)(?:\{[^{}]*\})+:( (?:fatal error|error|warning|note): )/gm;
const range = /\{(\d{1,9}):(\d{1,9})-(\d{1,9}):(\d{1,9})\}/g;
const flag = /^ \[-(W[^\],]*)(?:,[^\]]*)?\]$/;
const word = /[\p{L}\p{N}_]+|./uy;

interface Position {
  line: number;
  column: number;
}

/** What a terminal would have shown. */
export function readableText(stderr: string): string {
  return stderr.replace(rangeInfo, '$1$2');
}

/** What Clang says at the end, as in `1 warning and 2 errors generated.` */
const totals = /^(?:(\d+) warnings?)?(?: and )?(?:(\d+) errors?)? generated\.\n/gm;

/** The folders of the parts of a program, and what Clang makes of the first one's. */
const folder = new RegExp(`${partsFolder}\\d/(?=${paths.source})|(?<=^|\\s)/(?=${paths.source}:\\d)`, 'gm');

/** To Clang a part includes those above it. */
const fromPart = new RegExp(`^(?:In file included from ${paths.source}:1:\\n)+(?=${paths.source}:)`, 'gm');

/** Puts together what was said about the parts of one program. */
export function joinMessages(parts: readonly string[]): string {
  const sum = { warning: 0, error: 0 };
  const messages = parts.map((part) =>
    part
      .replace(folder, '')
      .replace(fromPart, '')
      .replace(totals, (_, warnings = '0', errors = '0') => {
        sum.warning += Number(warnings);
        sum.error += Number(errors);
        return '';
      }),
  );
  const counted = Object.entries(sum).flatMap(([what, count]) =>
    count > 0 ? [`${count} ${what}${count > 1 ? 's' : ''}`] : [],
  );
  return messages.join('') + (counted.length > 0 ? `${counted.join(' and ')} generated.\n` : '');
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
  const { message, option } = splitFlag(text);
  return {
    severity: severity === 'warning' || severity === 'note' ? severity : 'error',
    file,
    line: begin.line,
    column: lines?.utf16(begin) ?? begin.column,
    endLine: end.line,
    endColumn: lines?.utf16(end) ?? end.column,
    message,
    ...(option === undefined ? {} : { option }),
    notes: [],
  };
}

/** Looks for the flag where the last one begins, not wherever one might: a program's own words may hold very many. */
function splitFlag(text: string): { message: string; option?: string } {
  const at = text.lastIndexOf(' [-W');
  const [, option] = at < 0 ? [] : (flag.exec(text.slice(at)) ?? []);
  return option === undefined ? { message: text } : { message: text.slice(0, at), option };
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
  /** By the number of a line that was asked for: the column in units of each column in bytes. */
  readonly #columns = new Map<number, Uint32Array>();

  constructor(source: string) {
    this.#lines = source.split(/\r\n|\n|\r/);
  }

  utf16({ line, column }: Position): number {
    const columns = this.#columnsOf(line);
    return columns[Math.min(column, columns.length - 1)] ?? 1;
  }

  /** The end of the word at a position, in bytes; one character if there is no word. */
  wordEnd(begin: Position): Position {
    word.lastIndex = this.utf16(begin) - 1;
    const found = word.exec(this.#lines[begin.line - 1] ?? '')?.[0] ?? ' ';
    return { line: begin.line, column: begin.column + utf8Length(found) };
  }

  #columnsOf(line: number): Uint32Array {
    const known = this.#columns.get(line);
    if (known) return known;
    const text = this.#lines[line - 1] ?? '';
    const columns = new Uint32Array(utf8Length(text) + 2);
    let bytes = 1;
    let units = 1;
    for (const character of text) {
      columns[bytes] = units;
      units += character.length;
      // Within a character is behind it.
      columns.fill(units, bytes + 1, (bytes += utf8Length(character)));
    }
    columns[0] = 1;
    columns[bytes] = units;
    this.#columns.set(line, columns);
    return columns;
  }
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
