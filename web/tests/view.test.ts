import { describe, expect, it } from 'vitest';
import type { TaskHistory } from '../src/page/rewind/task-history.ts';
import { stepOf, tickLabel } from '../src/page/timeline/axis.ts';
import { axisHeight, laneHeight, rowAt } from '../src/page/timeline/picture.ts';
import type { Row } from '../src/page/timeline/rows.ts';
import { moveSelection } from '../src/page/timeline/selection.ts';
import { firstAt } from '../src/page/timeline/stretches.ts';
import { edge, pan, scaleOf, stretchUnder, toTime, toX, wholeRun, zoom } from '../src/page/timeline/view.ts';
import { begin, created, end, historyOf, suspended, woken } from './rewind/events.ts';

/** Ready up to 10, runs up to 20, waits from then on. */
const waiting = only([created(1, 0), begin(1, 10), suspended(1, 20), end(1, 20)]);
/** As short as a step is. */
const shortStep = only([created(1, 0), begin(1, 500), suspended(1, 500.1), end(1, 500.1), woken(1, 1_000)]);

function only(events: Parameters<typeof historyOf>[0]): TaskHistory {
  const [task] = historyOf(events).order;
  if (task === undefined) throw new Error('no task');
  return task;
}

describe('the view', () => {
  it('shows the whole run at first', () => {
    const scale = scaleOf(wholeRun, 1_000, 500);
    expect([toX(scale, 0), toX(scale, 1_000)]).toEqual([edge, 500 - edge]);
    expect(toTime(scale, 250)).toBe(500);
  });

  it('zooms around a point and comes back to the whole', () => {
    const whole = scaleOf(wholeRun, 1_000, 500);
    const closer = scaleOf(zoom(whole, 0.5, 100, 1_000), 1_000, 500);
    expect(closer.span).toBe(500);
    expect(toTime(closer, 100)).toBeCloseTo(toTime(whole, 100));
    expect(zoom(closer, 2, 100, 1_000)).toBe(wholeRun);
  });

  it('does not leave the run', () => {
    expect(pan({ start: 100, span: 200 }, -500, 1_000)).toEqual({ start: 0, span: 200 });
    expect(pan({ start: 100, span: 200 }, 5_000, 1_000)).toEqual({ start: 800, span: 200 });
    expect(pan(wholeRun, 50, 1_000)).toBe(wholeRun);
  });

  it('finds the first stretch that is not over', () => {
    expect([firstAt(waiting, 0), firstAt(waiting, 15), firstAt(waiting, 99)]).toEqual([0, 1, 2]);
  });

  it('prefers a thin step near the pointer to the wait around it', () => {
    const scale = scaleOf(wholeRun, 1_000, 1_000 + 2 * edge);
    expect(stretchUnder(shortStep, scale, edge + 498)).toBe(1);
    expect(stretchUnder(shortStep, scale, edge + 300)).toBe(0);
    expect(stretchUnder(shortStep, scale, edge + 800)).toBe(2);
  });

  it('finds the row at a height', () => {
    expect(rowAt(axisHeight - 1, 0, 0, 5)).toBe(-1);
    expect(rowAt(axisHeight + laneHeight + 1, 3, 0, 5)).toBe(4);
    expect(rowAt(axisHeight + 2 * laneHeight + 1, 3, 0, 5)).toBe(-1);
  });

  it('labels the axis in round steps', () => {
    expect(stepOf(1_000, 5)).toBe(200);
    expect(tickLabel(400, 200)).toBe('0.4 s');
    expect(tickLabel(0.5, 0.5)).toBe('0.5 ms');
    expect(tickLabel(5_000, 1_000)).toBe('5 s');
  });
});

describe('moving the selection by keys', () => {
  const lane = (key: number): Row => ({ kind: 'lane', key, task: waiting, depth: 0, below: 0, folded: false });
  const rows: Row[] = [lane(1), { kind: 'head', key: 'work', below: 1, folded: false }, lane(2)];

  it('goes from row to row and through the stretches', () => {
    expect(moveSelection('ArrowDown', undefined, rows, 5)).toEqual({ row: 0, stretch: undefined });
    expect(moveSelection('ArrowDown', { row: 0, stretch: 1 }, rows, 5)).toEqual({ row: 1, stretch: undefined });
    expect(moveSelection('ArrowRight', { row: 0, stretch: undefined }, rows, 5)).toEqual({ row: 0, stretch: 0 });
    expect(moveSelection('ArrowLeft', { row: 0, stretch: undefined }, rows, 5)).toEqual({ row: 0, stretch: 2 });
  });

  it('stays inside', () => {
    expect(moveSelection('ArrowUp', { row: 0, stretch: undefined }, rows, 5)?.row).toBe(0);
    expect(moveSelection('PageDown', { row: 0, stretch: undefined }, rows, 50)?.row).toBe(2);
    expect(moveSelection('ArrowRight', { row: 0, stretch: 2 }, rows, 5)?.stretch).toBe(2);
    expect(moveSelection('End', undefined, rows, 5)?.row).toBe(2);
  });

  it('finds no stretches in a heading', () => {
    const at = { row: 1, stretch: undefined };
    expect(moveSelection('ArrowRight', at, rows, 5)).toEqual(at);
  });

  it('leaves other keys alone', () => {
    expect(moveSelection('a', { row: 0, stretch: 0 }, rows, 5)).toBeUndefined();
  });
});
