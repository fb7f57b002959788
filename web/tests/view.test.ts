import { describe, expect, it } from 'vitest';
import type { Lane } from '../src/page/timeline/model.ts';
import { laneAt, axisHeight, laneHeight, stepOf, tickLabel } from '../src/page/timeline/paint.ts';
import { moveSelection } from '../src/page/timeline/selection.ts';
import { edge, firstAt, pan, scaleOf, segmentAt, toTime, toX, wholeRun, zoom } from '../src/page/timeline/view.ts';

function lane(...bounds: [start: number, end: number | undefined, state: 'running' | 'suspended'][]): Lane {
  const segments = bounds.map(([start, end, state]) => ({
    state,
    start,
    end,
    what: '',
    awaited: 0,
    place: undefined,
  }));
  const life = { created: 0, ending: undefined, segments, marks: [] };
  return { task: 1, name: 'a', parent: 0, place: undefined, ...life };
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
    const { segments } = lane([0, 10, 'running'], [10, 20, 'suspended'], [20, undefined, 'running']);
    expect([firstAt(segments, 0), firstAt(segments, 15), firstAt(segments, 99)]).toEqual([0, 1, 2]);
  });

  it('prefers a thin step near the pointer to the wait around it', () => {
    const scale = scaleOf(wholeRun, 1_000, 1_000 + 2 * edge);
    const one = lane([0, 500, 'suspended'], [500, 500.1, 'running'], [500.1, 1_000, 'suspended']);
    expect(segmentAt(one, scale, edge + 498)).toBe(1);
    expect(segmentAt(one, scale, edge + 300)).toBe(0);
    expect(segmentAt(one, scale, edge + 800)).toBe(2);
  });

  it('finds the lane at a height', () => {
    expect(laneAt(axisHeight - 1, 0, 0, 5)).toBe(-1);
    expect(laneAt(axisHeight + laneHeight + 1, 3, 0, 5)).toBe(4);
    expect(laneAt(axisHeight + 2 * laneHeight + 1, 3, 0, 5)).toBe(-1);
  });

  it('labels the axis in round steps', () => {
    expect(stepOf(1_000, 5)).toBe(200);
    expect(tickLabel(400, 200)).toBe('0.4 s');
    expect(tickLabel(0.5, 0.5)).toBe('0.5 ms');
    expect(tickLabel(5_000, 1_000)).toBe('5 s');
  });
});

describe('moving the selection by keys', () => {
  const lanes = [lane([0, 1, 'running'], [1, 2, 'suspended']), lane([0, 1, 'running'])];

  it('goes from lane to lane and through the stretches', () => {
    expect(moveSelection('ArrowDown', undefined, lanes, 5)).toEqual({ lane: 0, segment: undefined });
    expect(moveSelection('ArrowDown', { lane: 0, segment: 1 }, lanes, 5)).toEqual({ lane: 1, segment: undefined });
    expect(moveSelection('ArrowRight', { lane: 0, segment: undefined }, lanes, 5)).toEqual({ lane: 0, segment: 0 });
    expect(moveSelection('ArrowLeft', { lane: 0, segment: undefined }, lanes, 5)).toEqual({ lane: 0, segment: 1 });
  });

  it('stays inside', () => {
    expect(moveSelection('ArrowUp', { lane: 0, segment: undefined }, lanes, 5)?.lane).toBe(0);
    expect(moveSelection('PageDown', { lane: 0, segment: undefined }, lanes, 50)?.lane).toBe(1);
    expect(moveSelection('ArrowRight', { lane: 0, segment: 1 }, lanes, 5)?.segment).toBe(1);
    expect(moveSelection('End', undefined, lanes, 5)?.lane).toBe(1);
  });

  it('leaves other keys alone', () => {
    expect(moveSelection('a', { lane: 0, segment: 0 }, lanes, 5)).toBeUndefined();
  });
});
