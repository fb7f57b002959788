/** The row, and perhaps the stretch of its lane, that the person points at; and how the keyboard moves it. */
import type { Row } from './rows.ts';
import { stretchCount } from './stretches.ts';
import type { Scale } from './view.ts';

export interface Selection {
  row: number;
  stretch: number | undefined;
}

/** What a pointer is over, and where it is. */
export interface Pointed extends Selection {
  x: number;
  scale: Scale;
}

/** Up and down go from row to row, left and right through a lane's stretches. Nothing for a key that does neither. */
export function moveSelection(
  key: string,
  selection: Selection | undefined,
  rows: readonly Row[],
  page: number,
): Selection | undefined {
  const from = selection ?? { row: 0, stretch: undefined };
  switch (key) {
    case 'ArrowDown':
      return toRow(selection === undefined ? 0 : from.row + 1, rows);
    case 'ArrowUp':
      return toRow(from.row - 1, rows);
    case 'PageDown':
      return toRow(from.row + page, rows);
    case 'PageUp':
      return toRow(from.row - page, rows);
    case 'Home':
      return toRow(0, rows);
    case 'End':
      return toRow(rows.length - 1, rows);
    case 'ArrowRight':
      return toStretch(from, 1, rows);
    case 'ArrowLeft':
      return toStretch(from, -1, rows);
    default:
      return undefined;
  }
}

function toRow(row: number, rows: readonly Row[]): Selection {
  return { row: Math.min(Math.max(0, row), Math.max(0, rows.length - 1)), stretch: undefined };
}

function toStretch(from: Selection, step: 1 | -1, rows: readonly Row[]): Selection {
  const row = rows[from.row];
  const count = row?.kind === 'lane' ? stretchCount(row.task) : 0;
  if (count === 0) return from;
  const next = from.stretch === undefined ? (step === 1 ? 0 : count - 1) : from.stretch + step;
  return { row: from.row, stretch: Math.min(Math.max(0, next), count - 1) };
}
