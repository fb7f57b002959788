/** What is to be drawn of the lanes, and in which colours, by meaning. */
import type { History } from '../rewind/history.ts';
import type { Arrow } from './arrows.ts';
import type { Row } from './rows.ts';
import type { Selection } from './selection.ts';
import type { Scale } from './view.ts';

export const laneHeight = 26;
/** Room above the first lane for the axis. */
export const axisHeight = 20;
/** The height of the bar of a stretch. */
export const bar = 12;

export interface Palette {
  running: string;
  ready: string;
  suspended: string;
  sleeping: string;
  failed: string;
  cancelled: string;
  output: string;
  text: string;
  grid: string;
  selected: string;
  cursor: string;
}

/** A part of the run that is measured, in milliseconds. */
export interface Span {
  from: number;
  to: number;
}

export interface Picture {
  history: History;
  rows: readonly Row[];
  /** Index of the row at the top, and how many of its pixels are scrolled away. */
  first: number;
  offset: number;
  height: number;
  scale: Scale;
  /** Where a stretch that goes on has come to. */
  now: number;
  selected: Selection | undefined;
  /** Of the selected task. */
  arrows: readonly Arrow[];
  /** The instant that the page shows; absent: the end of the run. */
  instant: number | undefined;
  measured: Span | undefined;
}

/** The row at a height on the canvas, or -1. */
export function rowAt(y: number, first: number, offset: number, count: number): number {
  if (y < axisHeight) return -1;
  const index = first + Math.floor((y - axisHeight + offset) / laneHeight);
  return index < count ? index : -1;
}
