import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHistory } from '../../src/page/drafts/history.ts';
import { DraftStore } from '../../src/page/drafts/store.ts';
import { activeOf, parseWorkspace } from '../../src/page/drafts/workspace.ts';
import { anyText, bounded, damaged } from './anything.ts';

/** Has the same text under each key. */
const holding = (text: string) => ({ getItem: () => text, setItem: () => {}, removeItem: () => {} });

function expectPrograms(text: string): void {
  const store = new DraftStore({ tab: holding(text), shared: holding(text) });
  for (const { source, when } of store.history) expect([typeof source, typeof when]).toEqual(['string', 'number']);
  const space = store.read();
  if (space === undefined) return;
  expect(typeof activeOf(space).source).toBe('string');
  for (const { id, name, source } of space.programs)
    for (const field of [id, name, source]) expect(typeof field).toBe('string');
}

const programs = fc.record(
  { id: fc.string(), name: anyText, source: anyText, example: anyText },
  { requiredKeys: ['id', 'name', 'source'] },
);
const spaces = fc.record({
  programs: fc.array(programs, { minLength: 1, maxLength: 5 }),
  active: fc.string(),
  changed: fc.integer(),
});

describe('stored programs', () => {
  it('are none, or of the right shape, whatever the storage holds', () => {
    const texts = fc.oneof(anyText, fc.json(), damaged(spaces.map((space) => JSON.stringify(space))));
    fc.assert(fc.property(texts, expectPrograms), bounded);
  });

  it('are none, or of the right shape, whatever their fields are', () => {
    const values = fc.record({
      source: fc.jsonValue(),
      example: fc.jsonValue(),
      programs: fc.jsonValue(),
      when: fc.jsonValue(),
    });
    fc.assert(
      fc.property(values, (value) => {
        expectPrograms(JSON.stringify(value));
        expectPrograms(JSON.stringify([value]));
        expect(parseHistory([value]).length).toBeLessThanOrEqual(1);
      }),
      bounded,
    );
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(spaces, (space) => {
        expect(parseWorkspace(JSON.parse(JSON.stringify(space)))).toEqual({ ...space });
      }),
      bounded,
    );
  });
});
