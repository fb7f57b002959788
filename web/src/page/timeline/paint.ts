/** Draws the visible lanes on a canvas. Knows nothing of the page; colours come in by meaning. */
import type { Arrow } from './arrows.ts';
import type { Lane, Mark, Segment, SegmentState } from './model.ts';
import { paintArrows } from './paint-arrows.ts';
import { firstAt, type Scale, toTime, toX } from './view.ts';

export const laneHeight = 26;
const bar = 12;
/** Room above the first lane for the axis. */
export const axisHeight = 20;

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

export interface Picture {
  lanes: readonly Lane[];
  /** Index of the lane at the top, and how many of its pixels are scrolled away. */
  first: number;
  offset: number;
  height: number;
  scale: Scale;
  /** Where a segment that goes on has come to. */
  now: number;
  selected: { lane: number; segment: number | undefined } | undefined;
  /** Of the selected task. */
  arrows: readonly Arrow[];
  /** The instant that the page shows; absent: the end of the run. */
  instant: number | undefined;
}

export function paint(canvas: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  canvas.clearRect(0, 0, picture.scale.width, picture.height);
  paintAxis(canvas, picture, palette);
  let top = axisHeight - picture.offset;
  canvas.save();
  canvas.beginPath();
  canvas.rect(0, axisHeight, picture.scale.width, picture.height);
  canvas.clip();
  for (let i = picture.first; i < picture.lanes.length && top < picture.height; i++, top += laneHeight) {
    const lane = picture.lanes[i];
    if (lane !== undefined) paintLane(canvas, lane, i, top, picture, palette);
  }
  paintArrows(canvas, picture, palette);
  canvas.restore();
  if (picture.instant !== undefined) paintInstant(canvas, picture.instant, picture, palette);
}

function paintInstant(canvas: CanvasRenderingContext2D, instant: number, picture: Picture, palette: Palette): void {
  const x = Math.round(toX(picture.scale, instant));
  if (x < 0 || x > picture.scale.width) return;
  canvas.fillStyle = palette.cursor;
  canvas.fillRect(x - 1, 0, 2, picture.height);
  canvas.beginPath();
  canvas.moveTo(x - 6, 0);
  canvas.lineTo(x + 6, 0);
  canvas.lineTo(x, 8);
  canvas.fill();
}

function paintAxis(canvas: CanvasRenderingContext2D, { scale, height }: Picture, palette: Palette): void {
  canvas.font = '11px system-ui, sans-serif';
  canvas.textBaseline = 'middle';
  const step = stepOf(scale.span, Math.max(2, scale.width / 90));
  for (let time = Math.ceil(scale.start / step) * step; time <= scale.start + scale.span; time += step) {
    const x = Math.round(toX(scale, time)) + 0.5;
    canvas.fillStyle = palette.grid;
    canvas.fillRect(x, axisHeight, 1, height);
    canvas.fillStyle = palette.text;
    const label = tickLabel(time, step);
    const width = canvas.measureText(label).width;
    canvas.fillText(label, Math.min(Math.max(0, x - width / 2), scale.width - width - 2), axisHeight / 2);
  }
}

/** A step of 1, 2 or 5 times a power of ten that gives about `count` ticks. */
export function stepOf(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= rough) ?? 10;
  return factor * power;
}

export function tickLabel(time: number, step: number): string {
  const [value, unit, unitStep] = step >= 100 ? [time / 1000, 's', step / 1000] : [time, 'ms', step];
  return `${value.toFixed(Math.max(0, -Math.floor(Math.log10(unitStep) + 1e-9)))} ${unit}`;
}

function paintLane(
  canvas: CanvasRenderingContext2D,
  lane: Lane,
  index: number,
  top: number,
  picture: Picture,
  palette: Palette,
): void {
  const { scale, now, selected } = picture;
  const isSelected = selected?.lane === index;
  if (isSelected) {
    canvas.fillStyle = palette.selected;
    canvas.fillRect(0, top, scale.width, laneHeight);
  }
  const y = top + (laneHeight - bar) / 2;
  const seen: Partial<Record<SegmentState, number>> = {};
  for (let i = firstAt(lane.segments, toTime(scale, 0)); i < lane.segments.length; i++) {
    const segment = lane.segments[i];
    if (segment === undefined || toX(scale, segment.start) > scale.width) break;
    paintSegment(canvas, segment, y, scale, now, palette, seen);
    if (isSelected && selected.segment === i) outline(canvas, segment, y, scale, now, palette);
  }
  for (const mark of lane.marks) paintMark(canvas, mark, y, scale, palette);
  paintEnding(canvas, lane, y, scale, palette);
}

/** A step of microseconds still gets a pixel; another that falls on the same pixel is not drawn again. */
function paintSegment(
  canvas: CanvasRenderingContext2D,
  segment: Segment,
  y: number,
  scale: Scale,
  now: number,
  palette: Palette,
  seen: Partial<Record<SegmentState, number>>,
): void {
  const left = Math.max(0, toX(scale, segment.start));
  const right = Math.min(scale.width, toX(scale, segment.end ?? now));
  const running = segment.state === 'running';
  if (right - left < 1 && (!running || Math.floor(left) === seen[segment.state])) return;
  seen[segment.state] = Math.floor(left);
  fill(canvas, segment, left, Math.max(running ? 2 : 1, right - left), y, palette);
}

/** A shape for each: running is tall, ready the lower half, waiting a narrow bar, sleeping a dashed line. */
function fill(
  canvas: CanvasRenderingContext2D,
  { state, what }: Segment,
  left: number,
  width: number,
  y: number,
  palette: Palette,
): void {
  switch (state) {
    case 'running':
      canvas.fillStyle = palette.running;
      return canvas.fillRect(left, y, width, bar);
    case 'ready':
      canvas.fillStyle = palette.ready;
      return canvas.fillRect(left, y + bar / 2, width, bar / 2);
    case 'suspended':
      if (isSleep(what)) return dash(canvas, left, width, y + bar / 2 - 1, palette);
      canvas.fillStyle = palette.suspended;
      return canvas.fillRect(left, y + 3, width, bar - 6);
  }
}

function isSleep(what: string): boolean {
  return what.startsWith('sleep');
}

function dash(canvas: CanvasRenderingContext2D, left: number, width: number, y: number, palette: Palette): void {
  canvas.strokeStyle = palette.sleeping;
  canvas.lineWidth = 2;
  canvas.setLineDash([4, 3]);
  canvas.beginPath();
  canvas.moveTo(left, y + 1);
  canvas.lineTo(left + width, y + 1);
  canvas.stroke();
  canvas.setLineDash([]);
}

function outline(
  canvas: CanvasRenderingContext2D,
  segment: Segment,
  y: number,
  scale: Scale,
  now: number,
  palette: Palette,
): void {
  const left = Math.max(1, toX(scale, segment.start));
  const right = Math.min(scale.width - 1, toX(scale, segment.end ?? now));
  canvas.strokeStyle = palette.text;
  canvas.lineWidth = 1.5;
  canvas.strokeRect(left - 1, y - 2, Math.max(3, right - left + 2), bar + 4);
}

function paintMark(canvas: CanvasRenderingContext2D, mark: Mark, y: number, scale: Scale, palette: Palette): void {
  const x = toX(scale, mark.time);
  if (x < 0 || x > scale.width) return;
  canvas.fillStyle = mark.kind === 'cancelRequested' ? palette.cancelled : palette.output;
  canvas.beginPath();
  if (mark.kind === 'output') {
    canvas.arc(x, y - 3, 2.5, 0, 2 * Math.PI);
  } else {
    canvas.moveTo(x - 4, y - 6);
    canvas.lineTo(x + 4, y - 6);
    canvas.lineTo(x, y + 1);
  }
  canvas.fill();
}

function paintEnding(canvas: CanvasRenderingContext2D, lane: Lane, y: number, scale: Scale, palette: Palette): void {
  if (lane.ending === undefined) return;
  const x = toX(scale, lane.ending.time);
  if (x < 0 || x > scale.width + 1) return;
  const { outcome } = lane.ending;
  canvas.fillStyle = outcome === 'returned' ? palette.text : palette[outcome];
  const at = Math.min(x, scale.width - 4);
  canvas.fillRect(at, y - 2, outcome === 'returned' ? 2 : 4, bar + 4);
}

/** The lane at a height on the canvas, or -1. */
export function laneAt(y: number, first: number, offset: number, count: number): number {
  if (y < axisHeight) return -1;
  const index = first + Math.floor((y - axisHeight + offset) / laneHeight);
  return index < count ? index : -1;
}
