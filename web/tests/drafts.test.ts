import { describe, expect, it } from 'vitest';
import { DraftStore, type TextStorage } from '../src/page/drafts/store.ts';

class MemoryStorage implements TextStorage {
  readonly items = new Map<string, string>();
  full = false;

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const broken: TextStorage = {
  getItem: () => {
    throw new DOMException('forbidden', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('forbidden', 'SecurityError');
  },
  removeItem: () => {
    throw new DOMException('forbidden', 'SecurityError');
  },
};

describe('the draft store', () => {
  it('gives back what was written', () => {
    const store = new DraftStore([new MemoryStorage()]);
    expect(store.readDraft()).toBeUndefined();
    expect(store.writeDraft({ source: 'int main() {}', example: 'hello' })).toBe(true);
    expect(store.readDraft()).toEqual({ source: 'int main() {}', example: 'hello' });
  });

  it('prefers the first storage, so that a tab keeps its own draft', () => {
    const [tab, shared] = [new MemoryStorage(), new MemoryStorage()];
    new DraftStore([tab, shared]).writeDraft({ source: 'mine' });
    new DraftStore([shared]).writeDraft({ source: 'of another tab' });
    expect(new DraftStore([tab, shared]).readDraft()).toEqual({ source: 'mine' });
    expect(new DraftStore([new MemoryStorage(), shared]).readDraft()).toEqual({ source: 'of another tab' });
  });

  it('lives without storage and says that nothing is kept', () => {
    for (const store of [new DraftStore([]), new DraftStore([broken])]) {
      expect(store.readDraft()).toBeUndefined();
      expect(store.writeDraft({ source: 'x' })).toBe(false);
      expect(() => store.dropKept()).not.toThrow();
    }
  });

  it('leaves no older draft where a newer one does not fit', () => {
    const storage = new MemoryStorage();
    const store = new DraftStore([storage]);
    store.writeDraft({ source: 'old' });
    storage.full = true;
    expect(store.writeDraft({ source: 'new' })).toBe(false);
    expect(store.readDraft()).toBeUndefined();
  });

  it('takes damaged data for none', () => {
    const storage = new MemoryStorage();
    const store = new DraftStore([storage]);
    store.writeDraft({ source: 'x' });
    for (const key of storage.items.keys()) storage.items.set(key, '{"source":');
    expect(store.readDraft()).toBeUndefined();
    for (const key of storage.items.keys()) storage.items.set(key, '{"source":1}');
    expect(store.readDraft()).toBeUndefined();
  });

  it('keeps the replaced draft apart from the present one', () => {
    const store = new DraftStore([new MemoryStorage()]);
    store.writeDraft({ source: 'present' });
    store.writeKept({ source: 'replaced' });
    expect(store.readKept()).toEqual({ source: 'replaced' });
    store.dropKept();
    expect(store.readKept()).toBeUndefined();
    expect(store.readDraft()).toEqual({ source: 'present' });
  });
});
