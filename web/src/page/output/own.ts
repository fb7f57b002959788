/** Which lines of the output a task has written, as far as the marks on its lane tell. */
import type { OutputMark } from '../rewind/task-history.ts';
import type { OutputLine } from './log.ts';

export function linesOfTask({ output }: { output: readonly OutputMark[] }): (line: OutputLine) => boolean {
  const texts = new Map<number, string[]>();
  for (const { time, text } of output) {
    const line = text.replace(/\n$/, '');
    const known = texts.get(time);
    if (known === undefined) texts.set(time, [line]);
    else known.push(line);
  }
  return ({ text, time }) => time !== undefined && (texts.get(time) ?? []).some((begin) => text.startsWith(begin));
}
