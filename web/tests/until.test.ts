import { describe, expect, it } from 'vitest';
import { appendLine, appendOutput, emptyLog } from '../src/page/output/log.ts';
import { countUntil, linesUntil } from '../src/page/output/until.ts';

const log = appendLine(
  appendOutput(emptyLog, [
    { stream: 'stdout', text: 'first\n', time: 1 },
    { stream: 'stdout', text: 'wait', time: 2 },
    { stream: 'stderr', text: 'oops\n', time: 3 },
    { stream: 'stdout', text: '...', time: 4 },
    { stream: 'stdout', text: ' done\n', time: 5 },
  ]),
  'info',
  'Exit code 0',
);
const texts = (time: number): string[] => linesUntil(log.head, time).map(({ text }) => text);

describe('the output at an instant', () => {
  it('is what was written by then', () => {
    expect(texts(0)).toEqual([]);
    expect(texts(1)).toEqual(['first']);
    expect(texts(3)).toEqual(['first', 'wait', 'oops']);
  });

  it('has a line as far as it went', () => {
    expect(texts(4)).toEqual(['first', 'wait...', 'oops']);
    expect(texts(9)).toEqual(['first', 'wait... done', 'oops']);
  });

  it('says how much of it there is', () => {
    expect(countUntil(log, 2.5)).toEqual({ written: 2, all: 3 });
  });
});
