/** What pointers that press on the tracks mean: a tap, a drag of the view, of the instant or over a span, a pinch. Knows no DOM. */

export interface Point {
  id: number;
  x: number;
  y: number;
}

export interface Actions {
  tap(point: Point): void;
  /** By so many pixels. */
  pan(dx: number, dy: number): void;
  /** Factor below 1: closer, around `x`. */
  zoom(factor: number, x: number): void;
  instant(x: number): void;
  /** From where the pointer was pressed to where it is. */
  measure(from: number, to: number): void;
}

/** A finger does not keep still. */
const slack = 5;

export class Gestures {
  readonly #actions: Actions;
  readonly #points = new Map<number, Point>();
  #start: Point | undefined;
  #kind: 'none' | 'press' | 'pan' | 'instant' | 'measure' | 'pinch' = 'none';
  #measures = false;

  constructor(actions: Actions) {
    this.#actions = actions;
  }

  /**
   * @param onAxis whether it is on the axis, where the instant is dragged
   * @param measures whether a drag is to measure
   */
  down(point: Point, onAxis: boolean, measures = false): void {
    this.#points.set(point.id, point);
    if (this.#points.size > 1) {
      this.#kind = 'pinch';
      return;
    }
    this.#start = point;
    this.#measures = measures;
    this.#kind = onAxis ? 'instant' : 'press';
    if (onAxis) this.#actions.instant(point.x);
  }

  move(point: Point): void {
    const before = this.#points.get(point.id);
    if (before === undefined) return;
    if (this.#kind === 'pinch') this.#pinch(point);
    this.#points.set(point.id, point);
    if (this.#kind === 'instant') return this.#actions.instant(point.x);
    if (this.#kind === 'press' && this.#start !== undefined && distance(point, this.#start) > slack)
      this.#kind = this.#measures ? 'measure' : 'pan';
    if (this.#kind === 'measure' && this.#start !== undefined) this.#actions.measure(this.#start.x, point.x);
    if (this.#kind === 'pan') this.#actions.pan(before.x - point.x, before.y - point.y);
  }

  up(point: Point): void {
    if (this.#kind === 'press' && this.#points.has(point.id)) this.#actions.tap(point);
    this.cancel(point.id);
  }

  /** The browser has taken the pointer, to scroll. */
  cancel(id: number): void {
    this.#points.delete(id);
    // What is left of a pinch is no drag.
    this.#kind = this.#points.size > 1 ? 'pinch' : 'none';
  }

  #pinch(moved: Point): void {
    const other = [...this.#points.values()].find(({ id }) => id !== moved.id);
    const before = this.#points.get(moved.id);
    if (other === undefined || before === undefined) return;
    const [was, is] = [distance(before, other), distance(moved, other)];
    if (was < 1 || is < 1) return;
    this.#actions.zoom(was / is, (moved.x + other.x) / 2);
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
