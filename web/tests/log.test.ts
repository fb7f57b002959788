import { describe, expect, it } from 'vitest';
import { headLines, lineCharacters, tailLines } from '../src/protocol/limits.ts';
import {
  appendLine,
  appendOutput,
  earliest,
  emptyLog,
  latest,
  linesOf,
  type OutputLine,
  type OutputLog,
} from '../src/page/output/log.ts';

const texts = (log: OutputLog): string[] => linesOf(log).map((line) => line.text);

describe('the output log', () => {
  it('makes a line of each line, with the time of its first character', () => {
    const log = appendOutput(emptyLog, [
      { stream: 'stdout', text: 'one\ntw', time: 1 },
      { stream: 'stdout', text: 'o\n', time: 2 },
    ]);
    expect(linesOf(log).map(({ text, time }) => [text, time])).toEqual([
      ['one', 1],
      ['two', 1],
    ]);
  });

  it('keeps empty lines', () => {
    expect(texts(appendOutput(emptyLog, [{ stream: 'stdout', text: 'a\n\nb\n', time: 0 }]))).toEqual(['a', '', 'b']);
  });

  it('goes on with an unfinished line over calls and over the other stream', () => {
    let log = appendOutput(emptyLog, [{ stream: 'stdout', text: 'left', time: 0 }]);
    log = appendOutput(log, [{ stream: 'stderr', text: 'oops\n', time: 1 }]);
    log = appendOutput(log, [{ stream: 'stdout', text: ' right\n', time: 2 }]);
    expect(linesOf(log).map(({ kind, text }) => [kind, text])).toEqual([
      ['stdout', 'left right'],
      ['stderr', 'oops'],
    ]);
  });

  it('keeps the beginning and the end of long output and counts the lines between', () => {
    const total = headLines + tailLines + 5_000;
    let log: OutputLog = emptyLog;
    for (let i = 0; i < total; i += 700) {
      const text = Array.from({ length: Math.min(700, total - i) }, (_, j) => `${i + j}\n`).join('');
      log = appendOutput(log, [{ stream: 'stdout', text, time: 0 }]);
    }
    expect(log.head).toHaveLength(headLines);
    expect(log.tail).toHaveLength(tailLines);
    expect(log.cutLines).toBe(5_000);
    expect(texts(log).at(0)).toBe('0');
    expect(texts(log).at(-1)).toBe(String(total - 1));
  });

  it('counts a line once that was begun before a gap', () => {
    let log = appendOutput(emptyLog, [{ stream: 'stdout', text: 'one\ntw', time: 0 }]);
    // "o\n" and a whole line were left out.
    log = appendOutput(log, [{ stream: 'stdout', text: 'four\n', time: 0 }], { lines: 2, characters: 8 });
    expect(linesOf(log).length + log.cutLines).toBe(4);
  });

  it('cuts a line that is too long and says by how much', () => {
    const half = 'x'.repeat(lineCharacters - 1);
    let log = appendOutput(emptyLog, [{ stream: 'stdout', text: half, time: 0 }]);
    log = appendOutput(log, [{ stream: 'stdout', text: 'yzz', time: 0 }]);
    expect(linesOf(log)[0]).toMatchObject({ text: `${half}y`, cut: 2 });
  });

  it('puts the page’s own lines after an unfinished one', () => {
    const log = appendLine(appendOutput(emptyLog, [{ stream: 'stdout', text: 'half', time: 0 }]), 'info', 'Stopped.');
    expect(texts(log)).toEqual(['half', 'Stopped.']);
  });

  it('leaves the log that it is given as it was', () => {
    const before = appendOutput(emptyLog, [{ stream: 'stdout', text: 'a', time: 0 }]);
    appendOutput(before, [{ stream: 'stdout', text: 'b\n', time: 1 }]);
    expect(texts(before)).toEqual(['a']);
    expect(emptyLog.head).toHaveLength(0);
  });
});

describe('what is drawn at a time', () => {
  const lines = (count: number, length: number): OutputLine[] =>
    Array.from({ length: count }, (_, id) => ({ id, kind: 'stdout', text: 'x'.repeat(length), cut: 0 }));
  const ids = (of: readonly OutputLine[]): number[] => of.map(({ id }) => id);

  it('is the latest lines, more of them with each portion, and all in the end', () => {
    const kept = lines(1_000, 10);
    expect(latest(kept, 1)).toHaveLength(100);
    expect(ids(latest(kept, 1)).at(-1)).toBe(999);
    expect(latest(kept, 3)).toHaveLength(300);
    expect(latest(kept, 10)).toEqual(kept);
  });

  it('is the first lines, too', () => {
    const kept = lines(500, 10);
    expect(ids(earliest(kept, 1))).toEqual(ids(kept.slice(0, 100)));
    expect(earliest(kept, 5)).toEqual(kept);
    expect(earliest(lines(64, 4_000), 1)).toHaveLength(12);
  });

  it('is fewer lines where they are long, but one at least', () => {
    expect(latest(lines(100, 4_000), 1)).toHaveLength(12);
    expect(latest(lines(3, 200_000), 1)).toHaveLength(1);
    expect(latest([], 1)).toEqual([]);
  });
});
