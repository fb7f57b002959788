/** Places of the program in what it prints, `main.cpp:12` or `main.cpp:12:5`: to go there by a click. */
import type { TextPosition } from '../editor/code-editor.ts';

export interface Piece {
  text: string;
  /** Absent: plain text. */
  place?: TextPosition;
}

const places = /\bmain\.cpp:([1-9]\d{0,5})(?::([1-9]\d{0,3}))?(?!\d)/g;

export function piecesOf(text: string): Piece[] {
  if (!text.includes('main.cpp:')) return [{ text }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(places)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: match[0], place: { line: Number(match[1]), column: Number(match[2] ?? 1) } });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
