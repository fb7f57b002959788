/** The theme's colours for the canvas, which knows no CSS variables. */
import type { Palette } from './picture.ts';

const variables: Record<keyof Palette, string> = {
  running: '--lane-running',
  ready: '--lane-ready',
  suspended: '--lane-suspended',
  sleeping: '--lane-sleeping',
  failed: '--danger',
  cancelled: '--warning',
  output: '--success',
  text: '--lane-text',
  grid: '--border',
  selected: '--hover',
  cursor: '--accent',
};

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (key: keyof Palette): string => style.getPropertyValue(variables[key]).trim();
  return {
    running: read('running'),
    ready: read('ready'),
    suspended: read('suspended'),
    sleeping: read('sleeping'),
    failed: read('failed'),
    cancelled: read('cancelled'),
    output: read('output'),
    text: read('text'),
    grid: read('grid'),
    selected: read('selected'),
    cursor: read('cursor'),
  };
}
