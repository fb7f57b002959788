/** What part of the run the tracks show, and how times and pixels relate. Pure, so that zooming is tested without a canvas. */
import type { Lane, Segment } from './model.ts';

export interface View {
  /** Milliseconds at the left edge. */
  start: number;
  /** Milliseconds across the width; 0 shows the whole run. */
  span: number;
}

export const wholeRun: View = { start: 0, span: 0 };
const shortestSpan = 0.01;

export interface Scale {
  start: number;
  span: number;
  width: number;
}

export function scaleOf(view: View, end: number, width: number): Scale {
  if (view.span === 0) return { start: 0, span: Math.max(end, shortestSpan), width };
  return { start: view.start, span: view.span, width };
}

/** What the names take, beside the tracks. */
export function labelWidthOf(width: number): number {
  return width < 420 ? 96 : 132;
}

/** Free at both sides, so that the first step and the last mark are seen whole. */
export const edge = 8;

export function toX(scale: Scale, time: number): number {
  return edge + ((time - scale.start) / scale.span) * (scale.width - 2 * edge);
}

export function toTime(scale: Scale, x: number): number {
  return scale.start + ((x - edge) / (scale.width - 2 * edge)) * scale.span;
}

/** Zooms by `factor` (below 1: closer) and keeps the time under `x` where it is. */
export function zoom(scale: Scale, factor: number, x: number, end: number): View {
  const span = Math.max(scale.span * factor, shortestSpan);
  if (span >= end) return wholeRun;
  const anchor = toTime(scale, x);
  return inside(anchor - (anchor - scale.start) * (span / scale.span), span, end);
}

export function pan(view: View, byMs: number, end: number): View {
  return view.span === 0 ? view : inside(view.start + byMs, view.span, end);
}

/** So much of the run, with a time in its middle. */
export function around(middle: number, span: number, end: number): View {
  return span >= end ? wholeRun : inside(middle - span / 2, Math.max(span, shortestSpan), end);
}

function inside(start: number, span: number, end: number): View {
  return { start: Math.min(Math.max(0, start), Math.max(0, end - span)), span };
}

/** The first segment that is not over before `time`; `segments.length` if all are. */
export function firstAt(segments: readonly Segment[], time: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = segments[middle]?.end ?? Infinity;
    if (end < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The segment under the pointer. A step is often thinner than a pixel, so a near one wins over the wait around it. */
export function segmentAt(lane: Lane, scale: Scale, x: number): number | undefined {
  const near = 3;
  let found: number | undefined;
  for (let i = firstAt(lane.segments, toTime(scale, x - near)); i < lane.segments.length; i++) {
    const segment = lane.segments[i];
    if (segment === undefined || toX(scale, segment.start) > x + near) break;
    const covers = toX(scale, segment.start) <= x && toX(scale, segment.end ?? Infinity) >= x;
    if (segment.state === 'running') return i;
    if (covers) found = i;
  }
  return found;
}
