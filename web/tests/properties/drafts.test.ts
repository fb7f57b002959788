import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DraftStore, type TextStorage } from '../../src/page/drafts/store.ts';
import { anyText, bounded, damaged } from './anything.ts';

/** Has the same text under each key. */
const holding = (text: string): TextStorage => ({ getItem: () => text, setItem: () => {}, removeItem: () => {} });

function expectDraft(text: string): void {
  for (const draft of [new DraftStore([holding(text)]).readDraft(), new DraftStore([holding(text)]).readKept()]) {
    if (draft === undefined) continue;
    expect(typeof draft.source).toBe('string');
    expect(['undefined', 'string']).toContain(typeof draft.example);
    expect(Object.keys(draft).every((key) => key === 'source' || key === 'example')).toBe(true);
  }
}

const drafts = fc.record({ source: anyText, example: anyText }, { requiredKeys: ['source'] });

describe('a draft', () => {
  it('is none, or of the right shape, whatever the storage holds', () => {
    const texts = fc.oneof(anyText, fc.json(), damaged(drafts.map((draft) => JSON.stringify(draft))));
    fc.assert(fc.property(texts, expectDraft), bounded);
  });

  it('is none, or of the right shape, whatever its fields are', () => {
    const values = fc.record({ source: fc.jsonValue(), example: fc.jsonValue(), more: fc.jsonValue() });
    fc.assert(
      fc.property(values, (value) => expectDraft(JSON.stringify(value))),
      bounded,
    );
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const items = new Map<string, string>();
        const storage: TextStorage = {
          getItem: (key) => items.get(key) ?? null,
          setItem: (key, value) => void items.set(key, value),
          removeItem: (key) => void items.delete(key),
        };
        new DraftStore([storage]).writeDraft(draft);
        expect(new DraftStore([storage]).readDraft()).toEqual({ ...draft });
      }),
      bounded,
    );
  });
});
