/** Output as in a terminal: colours, carriage returns, places, and all of it as a text. */
import { describe, expect, it } from 'vitest';
import { appendOutput, emptyLog, linesOf, type OutputLog } from '../src/page/output/log.ts';
import { piecesOf } from '../src/page/output/places.ts';
import { spansOf, withoutEscapes } from '../src/page/output/sgr.ts';
import { wholeText } from '../src/page/output/whole.ts';
import { overprinted } from '../src/protocol/overprint.ts';
import { lineCharacters } from '../src/protocol/limits.ts';
import { OutputWindow } from '../src/workers/program/output-window.ts';

const written = (...texts: string[]): OutputLog =>
  appendOutput(
    emptyLog,
    texts.map((text) => ({ stream: 'stdout', text, time: 1 })),
  );

describe('colours', () => {
  it('become spans, and nothing else of a terminal is shown', () => {
    expect(spansOf('a\x1b[1;31mred\x1b[0m b\x1b[2K\x1b]8;;http://x\x07link\x1b]8;;\x07\x1b7').spans).toEqual([
      { text: 'a', style: {} },
      { text: 'red', style: { bold: true, colour: 1 } },
      { text: ' b', style: {} },
      { text: 'link', style: {} },
    ]);
  });

  it.each([
    ['90', { colour: 8 }],
    ['107', { background: 15 }],
    ['38;5;196', { colour: 'rgb(255 0 0)' }],
    ['48;5;3', { background: 3 }],
    ['38;5;244', { colour: 'rgb(128 128 128)' }],
    ['38;2;1;2;3', { colour: 'rgb(1 2 3)' }],
    ['38;2;1;2;999', {}],
    ['1;22;4;24', {}],
    ['', {}],
    ['31;39', {}],
    ['7;9;3', { inverse: true, strike: true, italic: true }],
    ['99999999999999', {}],
  ])('of every kind are read: %s', (codes, style) => {
    expect(spansOf(`\x1b[${codes}m`).end).toEqual(style);
  });

  it('last over the end of a line, for each stream by itself', () => {
    const log = written('\x1b[32mgreen\n', 'still\n', 'no\x1b[m more\n', 'plain\n');
    expect(linesOf(log).map(({ style }) => style)).toEqual([undefined, { colour: 2 }, { colour: 2 }, undefined]);
  });

  it('hold no markup, whatever they are made of', () => {
    for (const { text, style } of spansOf('\x1b[38;2;1;2;"><script>m<b>\x1b[31;url(x)m</b>').spans)
      expect([typeof text, style]).toEqual(['string', {}]);
  });

  it('of a hostile line cost little', () => {
    const line = '\x1b['.repeat(200_000);
    const begin = performance.now();
    spansOf(line);
    withoutEscapes('\x1b]'.repeat(200_000));
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});

describe('a carriage return', () => {
  it.each([
    ['a', 'a'],
    ['10%\r20%', '20%'],
    ['longer\rab', 'abnger'],
    ['50%\r', '50%\r'],
    ['50%\r\r60%', '60%'],
    ['\x1b[31mold text\r\x1b[32mnew', '\x1b[32mnew'],
  ])('lets what follows be written over the line: %j', (text, shown) => expect(overprinted(text)).toBe(shown));

  it('is honoured over pieces, and at the end of a line is no more than that', () => {
    expect(linesOf(written('10%\r', '20%\r', 'done\r\n', 'next\n')).map(({ text }) => text)).toEqual([
      'done\r',
      'next',
    ]);
  });

  it('lets a progress bar be drawn a million times in a line', () => {
    const window = new OutputWindow();
    for (let i = 0; i <= 100_000; i++) window.add('stdout', i % 2 ? `\rstep ${i}\r` : `step ${i}\r`, i);
    window.add('stdout', '\n', 0);
    const { chunks, skipped } = window.take();
    expect(chunks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(lineCharacters);
    const log = appendOutput(emptyLog, chunks, skipped);
    expect(linesOf(log).map(({ text, cut }) => [text, cut])).toEqual([['step 100000', 0]]);
  });
});

describe('a place in the output', () => {
  it('is found with its line and column', () => {
    expect(piecesOf('at main.cpp:12:5, then main.cpp:7.')).toEqual([
      { text: 'at ' },
      { text: 'main.cpp:12:5', place: { line: 12, column: 5 } },
      { text: ', then ' },
      { text: 'main.cpp:7', place: { line: 7, column: 1 } },
      { text: '.' },
    ]);
  });

  it.each(['xmain.cpp:1', 'main.cpp:0', 'main.cpp:12345678', 'main.cpp'])('is not imagined: %s', (text) => {
    expect(piecesOf(text).every(({ place }) => place === undefined)).toBe(true);
  });
});

describe('all of the output', () => {
  it('is a text without colours, which says in numbers what was cut', () => {
    expect(wholeText(written('\x1b[31mred\x1b[0m\n', 'x\ry\n'))).toBe('red\ny\n');
    const long = wholeText(written('z'.repeat(lineCharacters + 7) + '\n'));
    expect(long).toContain(' … 7 characters cut');
    const flood = written(...Array.from({ length: 5_000 }, (_, i) => `line ${i}\n`));
    expect(wholeText(flood)).toMatch(/… 3,500 lines \(\d+,\d+ characters\) left out …/);
  });
});
