/** The lane, and perhaps the stretch of it, that the person points at; and how the keyboard moves it. */
import type { Lane } from './model.ts';

export interface Selection {
  lane: number;
  segment: number | undefined;
}

/** Up and down go from lane to lane, left and right through a lane's stretches. Nothing for a key that does neither. */
export function moveSelection(
  key: string,
  selection: Selection | undefined,
  lanes: readonly Lane[],
  page: number,
): Selection | undefined {
  const from = selection ?? { lane: 0, segment: undefined };
  switch (key) {
    case 'ArrowDown':
      return toLane(selection === undefined ? 0 : from.lane + 1, lanes);
    case 'ArrowUp':
      return toLane(from.lane - 1, lanes);
    case 'PageDown':
      return toLane(from.lane + page, lanes);
    case 'PageUp':
      return toLane(from.lane - page, lanes);
    case 'Home':
      return toLane(0, lanes);
    case 'End':
      return toLane(lanes.length - 1, lanes);
    case 'ArrowRight':
      return toSegment(from, 1, lanes);
    case 'ArrowLeft':
      return toSegment(from, -1, lanes);
    default:
      return undefined;
  }
}

function toLane(lane: number, lanes: readonly Lane[]): Selection {
  return { lane: Math.min(Math.max(0, lane), Math.max(0, lanes.length - 1)), segment: undefined };
}

function toSegment(from: Selection, step: 1 | -1, lanes: readonly Lane[]): Selection {
  const count = lanes[from.lane]?.segments.length ?? 0;
  if (count === 0) return from;
  const next = from.segment === undefined ? (step === 1 ? 0 : count - 1) : from.segment + step;
  return { lane: from.lane, segment: Math.min(Math.max(0, next), count - 1) };
}
