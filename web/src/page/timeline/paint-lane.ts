/**
 * Draws the lane of one task. Its stretches may be far more than there are pixels: then one search leads from a pixel to the next,
 * and what lies between is not looked at.
 */
import { running, suspended, type EventTable } from '../rewind/event-table.ts';
import type { TaskHistory } from '../rewind/task-history.ts';
import { inSight } from './in-sight.ts';
import { bar, type Palette, type Picture } from './picture.ts';
import { endOf, firstAt, startOf, stretchAt, stretchCount } from './stretches.ts';
import { type Scale, toTime, toX } from './view.ts';

/** Of three stretches that follow each other one is a step, so of so many there is one that is drawn. */
const mostTried = 4;
/** What a step gets at least: one of microseconds is seen, too. */
const leastStep = 2;

/** @param y of the upper edge of its bar */
export function paintLane(
  canvas: CanvasRenderingContext2D,
  task: TaskHistory,
  y: number,
  picture: Picture,
  palette: Palette,
): void {
  paintStretches(canvas, task, y, picture, palette);
  paintMarks(canvas, task, y, picture, palette);
  paintEnding(canvas, task, y, picture.scale, palette);
}

function paintStretches(
  canvas: CanvasRenderingContext2D,
  task: TaskHistory,
  y: number,
  { history: { table }, scale, now }: Picture,
  palette: Palette,
): void {
  const count = stretchCount(task);
  for (let i = firstAt(task, toTime(scale, 0)); i < count;) {
    const start = toX(scale, startOf(task, i));
    if (start > scale.width) return;
    const right = Math.min(scale.width, toX(scale, Math.min(now, endOf(task, i))));
    const left = Math.max(0, start);
    if (right - left >= 1) {
      fill(canvas, task, i, stateOf(table, task, i), left, right - left, y, palette);
      i += 1;
      continue;
    }
    const pixel = Math.floor(left);
    if (hasStep(table, task, i, toTime(scale, pixel + 1))) {
      canvas.fillStyle = palette.running;
      canvas.fillRect(left, y, leastStep, bar);
    }
    // To what reaches into the next pixel.
    i = Math.max(i + 1, firstAt(task, toTime(scale, pixel + 1)));
  }
}

function stateOf({ states }: EventTable, { turns }: TaskHistory, index: number): number {
  return states[(turns[index] ?? 0) - 1] ?? 0;
}

/** Whether a step begins among the stretches from the given one on, and before a time. */
function hasStep(table: EventTable, task: TaskHistory, first: number, before: number): boolean {
  for (let i = first; i < Math.min(first + mostTried, stretchCount(task)) && startOf(task, i) < before; i++)
    if (stateOf(table, task, i) === running) return true;
  return false;
}

/** A shape for each: running is tall, ready the lower half, waiting a narrow bar, sleeping a dashed line. */
function fill(
  canvas: CanvasRenderingContext2D,
  task: TaskHistory,
  index: number,
  state: number,
  left: number,
  width: number,
  y: number,
  palette: Palette,
): void {
  if (state === running) {
    canvas.fillStyle = palette.running;
    canvas.fillRect(left, y, Math.max(leastStep, width), bar);
  } else if (state !== suspended) {
    canvas.fillStyle = palette.ready;
    canvas.fillRect(left, y + bar / 2, width, bar / 2);
  } else if (task.waitFrom(task.turns[index] ?? 0).what.startsWith('sleep')) {
    dash(canvas, left, width, y + bar / 2 - 1, palette);
  } else {
    canvas.fillStyle = palette.suspended;
    canvas.fillRect(left, y + 3, width, bar - 6);
  }
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

/** Round the stretch that is selected. */
export function outline(
  canvas: CanvasRenderingContext2D,
  task: TaskHistory,
  index: number,
  y: number,
  { scale, now }: Picture,
  palette: Palette,
): void {
  const stretch = stretchAt(task, index);
  if (stretch === undefined) return;
  const left = Math.max(1, toX(scale, stretch.start));
  const right = Math.min(scale.width - 1, toX(scale, stretch.end ?? now));
  canvas.strokeStyle = palette.text;
  canvas.lineWidth = 1.5;
  canvas.strokeRect(left - 1, y - 2, Math.max(3, right - left + 2), bar + 4);
}

function paintMarks(
  canvas: CanvasRenderingContext2D,
  task: TaskHistory,
  y: number,
  { history: { table }, scale }: Picture,
  palette: Palette,
): void {
  canvas.fillStyle = palette.output;
  let last = -Infinity;
  for (const { time } of task.output) {
    const x = toX(scale, time);
    if (x < 0 || x > scale.width || Math.floor(x) === last) continue;
    last = Math.floor(x);
    canvas.beginPath();
    canvas.arc(x, y - 3, 2.5, 0, 2 * Math.PI);
    canvas.fill();
  }
  canvas.fillStyle = palette.cancelled;
  for (const [, x] of inSight(task.cancels, table, scale)) {
    canvas.beginPath();
    canvas.moveTo(x - 4, y - 6);
    canvas.lineTo(x + 4, y - 6);
    canvas.lineTo(x, y + 1);
    canvas.fill();
  }
}

function paintEnding(
  canvas: CanvasRenderingContext2D,
  { ending }: TaskHistory,
  y: number,
  scale: Scale,
  palette: Palette,
): void {
  if (ending === undefined) return;
  const x = toX(scale, ending.time);
  if (x < 0 || x > scale.width + 1) return;
  const { outcome } = ending;
  canvas.fillStyle = outcome === 'returned' ? palette.text : palette[outcome];
  const at = Math.min(x, scale.width - 4);
  canvas.fillRect(at, y - 2, outcome === 'returned' ? 2 : 4, bar + 4);
}
