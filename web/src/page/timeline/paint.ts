/** Draws the rows that are in sight on a canvas. Knows nothing of the page. */
import { paintAxis } from './axis.ts';
import { paintArrows } from './paint-arrows.ts';
import { outline, paintLane } from './paint-lane.ts';
import { axisHeight, bar, laneHeight, type Palette, type Picture, type Span } from './picture.ts';
import { toX } from './view.ts';

export function paint(canvas: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  canvas.clearRect(0, 0, picture.scale.width, picture.height);
  paintAxis(canvas, picture, palette);
  canvas.save();
  canvas.beginPath();
  canvas.rect(0, axisHeight, picture.scale.width, picture.height);
  canvas.clip();
  paintRows(canvas, picture, palette);
  paintArrows(canvas, picture, palette);
  canvas.restore();
  if (picture.measured !== undefined) paintSpan(canvas, picture.measured, picture, palette);
  if (picture.instant !== undefined) paintInstant(canvas, picture.instant, picture, palette);
}

function paintRows(canvas: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const { rows, first, offset, height, scale, selected } = picture;
  let top = axisHeight - offset;
  for (let i = first; i < rows.length && top < height; i++, top += laneHeight) {
    const row = rows[i];
    if (selected?.row === i || row?.kind === 'head') {
      canvas.fillStyle = selected?.row === i ? palette.selected : palette.grid;
      if (selected?.row === i) canvas.fillRect(0, top, scale.width, laneHeight);
      else canvas.fillRect(0, top + laneHeight / 2, scale.width, 1);
    }
    if (row?.kind !== 'lane') continue;
    const y = top + (laneHeight - bar) / 2;
    paintLane(canvas, row.task, y, picture, palette);
    if (selected?.row === i && selected.stretch !== undefined)
      outline(canvas, row.task, selected.stretch, y, picture, palette);
  }
}

function paintSpan(canvas: CanvasRenderingContext2D, span: Span, picture: Picture, palette: Palette): void {
  const { scale, height } = picture;
  const left = toX(scale, Math.min(span.from, span.to));
  const right = toX(scale, Math.max(span.from, span.to));
  canvas.fillStyle = palette.cursor;
  canvas.globalAlpha = 0.15;
  canvas.fillRect(left, 0, right - left, height);
  canvas.globalAlpha = 1;
  canvas.fillRect(left - 0.5, 0, 1, height);
  canvas.fillRect(right - 0.5, 0, 1, height);
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
