/** Which lines of the output a task has written, as far as the marks on its lane tell. */
import type { Lane } from '../timeline/model.ts';
import type { OutputLine } from './log.ts';

export function linesOfTask(lane: Lane): (line: OutputLine) => boolean {
  const texts = new Map<number, string[]>();
  for (const mark of lane.marks) {
    if (mark.kind !== 'output') continue;
    texts.set(mark.time, [...(texts.get(mark.time) ?? []), mark.text.replace(/\n$/, '')]);
  }
  return ({ text, time }) => time !== undefined && (texts.get(time) ?? []).some((begin) => text.startsWith(begin));
}
