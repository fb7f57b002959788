/** What the output pane shows, as a value: chunks in, lines out. Long output keeps its beginning and its end. */
import type { OutputChunk, OutputStream } from '../protocol/messages.ts';

export type LineKind = OutputStream | 'info' | 'error';

export interface OutputLine {
  id: number;
  kind: LineKind;
  text: string;
  /** Milliseconds since the run began, when the line's first character came; absent on the page's own lines. */
  time?: number;
  /** Characters of this line that are not shown. */
  cut: number;
}

export interface OutputLog {
  /** The first lines, which stay. */
  head: readonly OutputLine[];
  /** The latest lines; the oldest of them give way. */
  tail: readonly OutputLine[];
  /** How many lines were dropped between the two. */
  cutLines: number;
  nextId: number;
  /** The line of each stream that has no end yet. */
  open: Readonly<Partial<Record<OutputStream, number | undefined>>>;
}

export const HEAD_LINES = 500;
export const TAIL_LINES = 1_000;
export const LINE_CHARACTERS = 4_000;
export const EMPTY_LOG: OutputLog = { head: [], tail: [], cutLines: 0, nextId: 1, open: {} };

/** A log that is being extended: arrays of its own, so that one call costs one copy. */
interface Draft {
  head: OutputLine[];
  tail: OutputLine[];
  cutLines: number;
  nextId: number;
  open: Partial<Record<OutputStream, number | undefined>>;
}

export function appendOutput(log: OutputLog, chunks: readonly OutputChunk[]): OutputLog {
  const draft = draftOf(log);
  for (const chunk of chunks) addChunk(draft, chunk);
  trim(draft);
  return draft;
}

export function appendLine(log: OutputLog, kind: 'info' | 'error', text: string): OutputLog {
  const draft = draftOf(log);
  draft.open = {};
  push(draft, { id: draft.nextId++, kind, text, cut: 0 });
  trim(draft);
  return draft;
}

export function linesOf(log: OutputLog): OutputLine[] {
  return [...log.head, ...log.tail];
}

function draftOf(log: OutputLog): Draft {
  return { ...log, head: [...log.head], tail: [...log.tail], open: { ...log.open } };
}

function addChunk(draft: Draft, { stream, text, time }: OutputChunk): void {
  let from = 0;
  while (from < text.length) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    extendLine(draft, stream, text.slice(from, to), time);
    if (newline >= 0) draft.open[stream] = undefined;
    from = to + 1;
  }
}

function extendLine(draft: Draft, stream: OutputStream, text: string, time: number): void {
  const id = draft.open[stream];
  const line = id === undefined ? undefined : replaceable(draft, id);
  if (line === undefined) {
    const fresh = limited({ id: draft.nextId++, kind: stream, text: '', time, cut: 0 }, text);
    draft.open[stream] = fresh.id;
    push(draft, fresh);
  } else {
    line.list[line.index] = limited(line.value, text);
  }
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
  const room = LINE_CHARACTERS - line.text.length;
  return { ...line, text: line.text + more.slice(0, room), cut: line.cut + Math.max(0, more.length - room) };
}

function push(draft: Draft, line: OutputLine): void {
  if (draft.head.length < HEAD_LINES && draft.cutLines === 0 && draft.tail.length === 0) draft.head.push(line);
  else draft.tail.push(line);
  // Trimmed with slack here and exactly at the end: dropping from the front at each line would cost a move each.
  if (draft.tail.length > 3 * TAIL_LINES) trim(draft);
}

function trim(draft: Draft): void {
  const extra = draft.tail.length - TAIL_LINES;
  if (extra <= 0) return;
  draft.tail.splice(0, extra);
  draft.cutLines += extra;
}
