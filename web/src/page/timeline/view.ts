/** What part of the run the tracks show, and how times and pixels relate. Pure, so that zooming is tested without a canvas. */
import type { TaskHistory } from '../rewind/task-history.ts';
import { endOf, firstAt, startOf, stretchCount } from './stretches.ts';

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

/** Where many lie this close one of the first is as good as any. */
const mostTried = 100;

/** The stretch under the pointer. A step is often thinner than a pixel, so a near one wins over the wait around it. */
export function stretchUnder(task: TaskHistory, scale: Scale, x: number): number | undefined {
  const near = 3;
  let found: number | undefined;
  const first = firstAt(task, toTime(scale, x - near));
  for (let i = first; i < Math.min(stretchCount(task), first + mostTried); i++) {
    const left = toX(scale, startOf(task, i));
    if (left > x + near) break;
    if (task.turnFrom(task.turns[i] ?? 0).state === 'running') return i;
    if (left <= x && toX(scale, endOf(task, i)) >= x) found = i;
  }
  return found;
}
