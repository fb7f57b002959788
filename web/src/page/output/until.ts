/** The output as it was at an instant of the run. */
import type { OutputLine, OutputLog } from './log.ts';

/**
 * @param time milliseconds since the run began
 * @returns the lines that were begun by then, as far as they went; what the page itself says belongs to the run's end
 */
export function linesUntil(lines: readonly OutputLine[], time: number): OutputLine[] {
  return lines.flatMap((line) => (line.time === undefined || line.time > time ? [] : [lineUntil(line, time)]));
}

function lineUntil(line: OutputLine, time: number): OutputLine {
  const next = line.later?.find((part) => part.time > time);
  return next === undefined ? line : { ...line, text: line.text.slice(0, next.at), cut: 0 };
}

/** How many of the lines that are kept were begun by then. */
export function countUntil({ head, tail }: OutputLog, time: number): { written: number; all: number } {
  const programs = [...head, ...tail].filter((line) => line.time !== undefined);
  return { written: programs.filter((line) => (line.time ?? 0) <= time).length, all: programs.length };
}
