/** Draws wake-ups: from the lane whose step did it down or up to the lane that is ready then. */
import type { Arrow } from './arrows.ts';
import { axisHeight, laneHeight, type Palette, type Picture } from './picture.ts';

const head = 5;
/** From the middle of a lane to the edge of its bar. */
const reach = 6;

export function paintArrows(canvas: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  for (const arrow of picture.arrows) paintArrow(canvas, arrow, picture, palette);
}

function paintArrow(canvas: CanvasRenderingContext2D, arrow: Arrow, picture: Picture, palette: Palette): void {
  const { x } = arrow;
  const down = arrow.to > arrow.from ? 1 : -1;
  const start = middleOf(arrow.from, picture) + down * reach;
  const end = middleOf(arrow.to, picture) - down * reach;
  if (Math.max(start, end) < axisHeight || Math.min(start, end) > picture.height) return;
  canvas.fillStyle = arrow.wakes === 'it' ? palette.cursor : palette.text;
  // Far beyond the edges the canvas need not go.
  const top = Math.max(-head, Math.min(start, end));
  canvas.fillRect(x - 0.75, top, 1.5, Math.min(picture.height + head, Math.max(start, end)) - top);
  canvas.beginPath();
  canvas.moveTo(x, end);
  canvas.lineTo(x - head + 1, end - down * head);
  canvas.lineTo(x + head - 1, end - down * head);
  canvas.fill();
}

function middleOf(row: number, { first, offset }: Picture): number {
  return axisHeight + (row - first) * laneHeight - offset + laneHeight / 2;
}
