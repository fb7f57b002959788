import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeResults, encodeResults } from '../../src/page/benchmarks/link.ts';
import { decodeFragment, encodeFragment } from '../../src/page/share/codec.ts';
import { DamagedLink, longestTextBytes, pack } from '../../src/page/share/packing.ts';
import { anyText, bounded, damaged } from './anything.ts';

const row = { question: 'gather/1000', unit: 'ns', turns: 3, asyncio: 12.5, javascript: 20 } as const;
const results = {
  place: { browser: 'Chromium 1', clockStepMs: 0.005, isolated: true, jspi: true },
  date: new Date(0),
  rows: [row],
};

/** What is decoded, or that the link is damaged; anything else fails the test. */
async function outcome<T>(decoding: Promise<T>): Promise<T | 'damaged'> {
  try {
    return await decoding;
  } catch (error) {
    expect(error).toBeInstanceOf(DamagedLink);
    expect((error as DamagedLink).message.length).toBeLessThan(200);
    return 'damaged';
  }
}

async function expectShared(fragment: string): Promise<void> {
  const shared = await outcome(decodeFragment(fragment));
  if (shared === 'damaged' || shared === undefined) return;
  expect(shared.kind === 'example' ? typeof shared.name : typeof shared.source).toBe('string');
  expect(Object.keys(shared)).toHaveLength(shared.event === undefined ? 2 : 3);
  expect(Number.isSafeInteger(shared.event ?? 0) && (shared.event ?? 0) >= 0).toBe(true);
}

async function expectResults(fragment: string): Promise<void> {
  const decoded = await outcome(decodeResults(fragment));
  if (decoded === 'damaged' || decoded === undefined) return;
  expect(Number.isFinite(decoded.date.getTime())).toBe(true);
  for (const { asyncio, javascript } of decoded.rows) expect(asyncio > 0 && (javascript ?? 1) > 0).toBe(true);
  expect(decoded.rows.length).toBeGreaterThan(0);
}

const base64url = fc.stringMatching(/^[\w-]{0,100}$/);
const fragments = fc.oneof(
  anyText,
  anyText.map((text) => `#${text}`),
  anyText.map((text) => `#example=${text}`),
  anyText.map((text) => `#example=gather&event=${text}`),
  fc.oneof(anyText, base64url).map((text) => `#v1/${text}`),
);

/** Streams take their turns, many times a test. */
const slow = { timeout: 60_000 };

describe('a link', slow, () => {
  it('brings any program and any name back', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom('program', 'example'), anyText, async (kind, text) => {
        const shared = kind === 'program' ? { kind, source: text } : { kind: 'example' as const, name: text };
        expect(await decodeFragment(await encodeFragment(shared as { kind: 'program'; source: string }))).toEqual(
          shared,
        );
      }),
      bounded,
    ));

  it('of any kind is a program, an example, or damaged', () =>
    fc.assert(fc.asyncProperty(fragments, expectShared), bounded));

  it('that was changed on its way is one, or damaged', async () => {
    const whole = await Promise.all(
      ['', 'int main() {}\n', 'ä漢🧵'.repeat(50)].map((source) => encodeFragment({ kind: 'program', source })),
    );
    await fc.assert(fc.asyncProperty(damaged(fc.constantFrom(...whole)), expectShared), bounded);
  });

  it('does not unpack to more than a program may be, however small it is', async () => {
    const bomb = `#v1/${await pack(' '.repeat(2 * longestTextBytes))}`;
    expect(bomb.length).toBeLessThan(longestTextBytes / 100);
    expect(await outcome(decodeFragment(bomb))).toBe('damaged');
  });
});

describe('a link to results', slow, () => {
  it('of any kind holds results, or is damaged', () => fc.assert(fc.asyncProperty(fragments, expectResults), bounded));

  it('with any JSON in it holds results, or is damaged', async () => {
    const whole = JSON.stringify(results);
    const texts = fc.oneof(damaged(fc.constant(whole)), fc.json());
    await fc.assert(
      fc.asyncProperty(texts, async (json) => expectResults(`#v1/${await pack(json)}`)),
      bounded,
    );
    expect(await outcome(decodeResults(await encodeResults(results)))).toEqual(results);
  });
});
