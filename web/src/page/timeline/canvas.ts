/** A canvas in CSS pixels, as sharp as the screen. One that is given its size anew loses its memory, and takes another. */
export function fit(context: CanvasRenderingContext2D, width: number, height: number): void {
  const { canvas } = context;
  const ratio = window.devicePixelRatio;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width === wide && canvas.height === high) return;
  canvas.width = wide;
  canvas.height = high;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}
