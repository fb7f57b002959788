/** The times above the lanes, and the iterations of the loop, where they are far enough apart to be told. */
import { countBefore } from './stretches.ts';
import { axisHeight, type Palette, type Picture } from './picture.ts';
import { toTime, toX } from './view.ts';

/** Pixels between one iteration and the next, at least, on the average. */
const closest = 6;

export function paintAxis(canvas: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const { scale, height } = picture;
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
    canvas.fillText(label, Math.min(Math.max(0, x - width / 2), scale.width - width - 2), axisHeight / 2 - 1);
  }
  paintIterations(canvas, picture, palette);
}

function paintIterations(
  canvas: CanvasRenderingContext2D,
  { history: { iterations, table, length }, scale }: Picture,
  palette: Palette,
): void {
  const before = (x: number): number => countBefore(iterations, table.times, length, toTime(scale, x));
  const [from, to] = [before(0), before(scale.width)];
  if ((to - from) * closest > scale.width) return;
  canvas.fillStyle = palette.text;
  for (let i = from; i < to; i++)
    canvas.fillRect(Math.round(toX(scale, table.timeAt(iterations[i] ?? 0))), axisHeight - 4, 1, 4);
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
