/** What the output pane shows, as a value: chunks in, lines out. Long output keeps its beginning and its end. */
import type { OutputChunk, OutputStream, Skipped } from '../../protocol/messages.ts';
import { overprinted } from '../../protocol/overprint.ts';
import { plain, spansOf, type Style } from './sgr.ts';
import { headLines, lineCharacters, tailLines } from '../../protocol/limits.ts';

/** `input`: what a person has typed for the program. */
export type LineKind = OutputStream | 'info' | 'error' | 'input';

export interface OutputLine {
  id: number;
  kind: LineKind;
  text: string;
  /** Milliseconds since the run began, when the line's first character came; absent on the page's own lines. */
  time?: number;
  /** Characters of this line that are not shown. */
  cut: number;
  /** Where in the text what came later than the first character begins, and when it came; absent: nowhere. */
  later?: readonly { at: number; time: number }[];
  /** Which the line before has left; absent: none. */
  style?: Style;
}

export interface OutputLog {
  /** The first lines, which stay. */
  head: readonly OutputLine[];
  /** The latest lines; the oldest of them give way. */
  tail: readonly OutputLine[];
  /** How many lines were dropped between the two, and characters with them. */
  cutLines: number;
  cutCharacters: number;
  nextId: number;
  /** The line of each stream that has no end yet. */
  open: Readonly<Partial<Record<OutputStream, number | undefined>>>;
  /** The colours that each stream's latest line has left; absent: none. */
  styles?: Readonly<Partial<Record<OutputStream, Style>>>;
}

export const emptyLog: OutputLog = { head: [], tail: [], cutLines: 0, cutCharacters: 0, nextId: 1, open: {} };

const nothingSkipped: Skipped = { lines: 0, characters: 0 };

/** A log that is being extended: arrays of its own, so that one call costs one copy. */
interface Draft {
  head: OutputLine[];
  tail: OutputLine[];
  cutLines: number;
  cutCharacters: number;
  nextId: number;
  open: Partial<Record<OutputStream, number | undefined>>;
  styles?: Partial<Record<OutputStream, Style>>;
}

/** @param skipped what was left out before the first of the chunks */
export function appendOutput(
  log: OutputLog,
  chunks: readonly OutputChunk[],
  skipped: Skipped = nothingSkipped,
): OutputLog {
  const draft = draftOf(log);
  if (skipped.characters > 0) skip(draft, skipped);
  for (const chunk of chunks) addChunk(draft, chunk);
  trim(draft);
  return draft;
}

export function appendLine(log: OutputLog, kind: Exclude<LineKind, OutputStream>, text: string): OutputLog {
  const draft = draftOf(log);
  draft.open = {};
  push(draft, limited({ id: draft.nextId++, kind, text: '', cut: 0 }, text));
  trim(draft);
  return draft;
}

export function linesOf(log: OutputLog): OutputLine[] {
  return [...log.head, ...log.tail];
}

/** What is drawn in one frame: more would hold the page up. */
const portionLines = 100;
const portionCharacters = 50_000;

/** How many of the lines make so many portions: at least one. */
function countOf(lines: Iterable<OutputLine>, portions: number): number {
  let count = 0;
  let characters = 0;
  for (const { text } of lines) {
    characters += text.length;
    if (count > 0 && (count >= portions * portionLines || characters > portions * portionCharacters)) break;
    count += 1;
  }
  return count;
}

/** The first lines, so many portions of them. */
export function earliest(lines: readonly OutputLine[], portions: number): readonly OutputLine[] {
  return lines.slice(0, countOf(lines, portions));
}

/** The latest lines, so many portions of them. */
export function latest(lines: readonly OutputLine[], portions: number): readonly OutputLine[] {
  return lines.slice(lines.length - countOf(backwards(lines), portions));
}

function* backwards(lines: readonly OutputLine[]): Generator<OutputLine> {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (line !== undefined) yield line;
  }
}

function draftOf(log: OutputLog): Draft {
  return { ...log, head: [...log.head], tail: [...log.tail], open: { ...log.open } };
}

/**
 * What came before the gap gives way to it: the chunks that follow are the latest lines already. A line that was begun before the
 * gap counts where it ends.
 */
function skip(draft: Draft, { lines, characters }: Skipped): void {
  const begun = Object.values(draft.open).filter((id) => id !== undefined).length;
  draft.cutLines += lines + draft.tail.length - begun;
  draft.cutCharacters += characters + lengthOf(draft.tail);
  draft.tail = [];
  draft.open = {};
  delete draft.styles;
}

function addChunk(draft: Draft, { stream, text, time, cut = 0 }: OutputChunk): void {
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const isLast = to + 1 >= text.length;
    extendLine(draft, stream, text.slice(from, to), time, isLast ? cut : 0);
    if (newline >= 0) endLine(draft, stream);
    from = to + 1;
  }
}

function endLine(draft: Draft, stream: OutputStream): void {
  const line = replaceable(draft, draft.open[stream] ?? 0)?.value;
  draft.open[stream] = undefined;
  // Of a line that is cut it is not known how it ends.
  const left = line === undefined || line.cut > 0 ? plain : spansOf(line.text, line.style).end;
  const { [stream]: before, ...others } = draft.styles ?? {};
  if (before === undefined && left === plain) return;
  draft.styles = Object.keys(left).length === 0 ? others : { ...others, [stream]: left };
}

function extendLine(draft: Draft, stream: OutputStream, text: string, time: number, cut: number): void {
  const id = draft.open[stream];
  const line = id === undefined ? undefined : replaceable(draft, id);
  if (line === undefined) {
    const style = draft.styles?.[stream];
    const begun = { id: draft.nextId++, kind: stream, text: '', time, cut, ...(style === undefined ? {} : { style }) };
    const fresh = limited(begun, text);
    draft.open[stream] = fresh.id;
    push(draft, fresh);
  } else {
    line.list[line.index] = limited({ ...prolonged(line.value, time), cut: line.value.cut + cut }, text);
  }
}

/** Notes that what comes next in a line comes at another time than what it holds. */
function prolonged(line: OutputLine, time: number): OutputLine {
  const { later = [] } = line;
  if (time === (later.at(-1)?.time ?? line.time)) return line;
  return { ...line, later: [...later, { at: line.text.length, time }] };
}

function replaceable(draft: Draft, id: number): { list: OutputLine[]; index: number; value: OutputLine } | undefined {
  for (const list of [draft.tail, draft.head]) {
    const index = list.findLastIndex((line) => line.id === id);
    const value = list[index];
    if (value !== undefined) return { list, index, value };
  }
  return undefined;
}

function limited(line: OutputLine, more: string): OutputLine {
  if (more.includes('\r') || line.text.endsWith('\r')) return overwritten(line, more);
  const room = lineCharacters - line.text.length;
  return { ...line, text: line.text + more.slice(0, room), cut: line.cut + Math.max(0, more.length - room) };
}

/** When the parts of what stands there now came is not kept. */
function overwritten({ later: _, ...line }: OutputLine, more: string): OutputLine {
  const text = overprinted(line.text + more);
  return { ...line, text: text.slice(0, lineCharacters), cut: Math.max(0, text.length - lineCharacters) };
}

function push(draft: Draft, line: OutputLine): void {
  if (draft.head.length < headLines && draft.cutLines === 0 && draft.tail.length === 0) draft.head.push(line);
  else draft.tail.push(line);
  // Trimmed with slack here and exactly at the end: dropping from the front at each line would cost a move each.
  if (draft.tail.length > 3 * tailLines) trim(draft);
}

function trim(draft: Draft): void {
  const extra = draft.tail.length - tailLines;
  if (extra <= 0) return;
  draft.cutCharacters += lengthOf(draft.tail.splice(0, extra));
  draft.cutLines += extra;
}

/** With the end of each line. */
function lengthOf(lines: readonly OutputLine[]): number {
  return lines.reduce((sum, { text, cut }) => sum + text.length + cut + 1, 0);
}
