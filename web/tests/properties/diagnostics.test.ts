import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseDiagnostics, readableText } from '../../../wasm/compiler/diagnostics.ts';
import { diagnostic } from '../../../wasm/api/shapes.ts';
import { anyText, bounded } from './anything.ts';

/** Pieces of Clang's lines, and of what could be taken for them. */
const pieces = fc.oneof(
  fc.constantFrom(
    'main.cpp',
    ':',
    '1',
    '12',
    '0',
    '{',
    '}',
    '-',
    ': ',
    'error: ',
    'fatal error: ',
    'warning: ',
    'note: ',
  ),
  fc.constantFrom(' [-W', ']', ',', '{1:2-1:5}', 'main.cpp:1:2:', '\n', '\r', 'ä', '漢', '🧵', ' '),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.nat().map(String),
);
const outputs = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  fc
    .array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 60 }), fc.nat({ max: 60 }), anyText), { maxLength: 10 })
    .map((lines) =>
      lines
        .map(([line, from, to, text]) => `main.cpp:${line}:${from}:{${line}:${from}-${line}:${to}}: error: ${text}`)
        .join('\n'),
    ),
);

describe("the compiler's messages", () => {
  it('are of the right shape, whatever it printed and whatever the program is', () => {
    fc.assert(
      fc.property(outputs, anyText, (stderr, source) => {
        const found = parseDiagnostics(stderr, 'main.cpp', source);
        expect(v.safeParse(v.array(diagnostic), found).issues).toBeUndefined();
        expect(found.length).toBeLessThanOrEqual(stderr.split('\n').length);
        expect(readableText(stderr).length).toBeLessThanOrEqual(stderr.length);
      }),
      bounded,
    );
  });

  // Each of these takes far too long where the work grows with the square of the length.
  const long = 100_000;
  it.each([
    ['flags that never end', `main.cpp:1:1: error: ${' [-W'.repeat(long)}`],
    ['places that are none', `main.cpp${':1:1'.repeat(long)}`],
    ['ranges that never end', `main.cpp:1:1:${'{1:1-1:1}'.repeat(long)}`],
    ['braces that are none', `main.cpp:1:1:${'{'.repeat(long)}`],
    ['a number without end', `main.cpp:${'1'.repeat(long)}`],
  ])('are read in no time: %s', (_name, stderr) => {
    expect(parseDiagnostics(stderr, 'main.cpp', '').length).toBeLessThanOrEqual(1);
    expect(readableText(stderr).length).toBeLessThanOrEqual(stderr.length);
  });

  it('are read in no time: thousands about one long line', () => {
    const source = 'ä '.repeat(long);
    const stderr = Array.from({ length: 20_000 }, (_, i) => `main.cpp:1:${3 * (long - i) - 2}: warning: here`).join(
      '\n',
    );
    const found = parseDiagnostics(stderr, 'main.cpp', source);
    expect(found).toHaveLength(20_000);
    expect(found[0]).toMatchObject({ column: 2 * long - 1, endColumn: 2 * long });
  });
});
