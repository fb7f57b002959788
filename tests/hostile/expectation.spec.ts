/** The first lines are read strictly, as one that is misread would be a check that cannot fail. */
import { expect, test } from '@playwright/test';
import { parseExpectation } from './support/expectation.ts';

test('outcomes, their texts and a time are read', () => {
  expect(parseExpectation('// expect: stopped')).toEqual({
    outcomes: [{ ending: 'stopped', text: '' }],
    withinMs: 10_000,
  });
  expect(parseExpectation('// expect: failed "out of \\"memory\\"" or ended within 20s')).toEqual({
    outcomes: [
      { ending: 'failed', text: 'out of "memory"' },
      { ending: 'ended', text: '' },
    ],
    withinMs: 20_000,
  });
});

const wrongLines = [
  ['', /does not begin/],
  ['expect: stopped', /does not begin/],
  ['// expect: explodes "loudly"', /no ending/],
  ['// expect: failed', /wants a text/],
  ['// expect: finished unquoted', /wants a text/],
  ['// expect: failed "no end', /wants a text/],
  ['// expect: failed "bad escape \\q"', /JSON/],
  ['// expect: stopped or ', /an outcome is wanted/],
  ['// expect: stopped within 0s', /within 1s to/],
  ['// expect: stopped within 91s', /within 1s to/],
  ['// expect: stopped within 5 s', /not understood/],
  ['// expect: stopped ', /not understood/],
  ['// expect: stopped and ended', /not understood/],
] as const;

for (const [line, message] of wrongLines) {
  test(`a line that is wrong is no expectation: ${line}`, () => {
    expect(() => parseExpectation(line)).toThrow(message);
  });
}
