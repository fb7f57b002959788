import { describe, expect, it } from 'vitest';
import { DraftStore } from '../src/page/drafts/store.ts';
import type { TextStorage } from '../src/page/drafts/storage.ts';
import {
  excerpt,
  losesMuch,
  mostCharacters,
  mostEntries,
  remembered,
  type Earlier,
} from '../src/page/drafts/history.ts';
import {
  activeOf,
  changed,
  freeName,
  withoutProgram,
  withProgram,
  type Workspace,
} from '../src/page/drafts/workspace.ts';

class MemoryStorage implements TextStorage {
  readonly items = new Map<string, string>();
  /** Characters that fit. */
  room = Infinity;

  get length(): number {
    return this.items.size;
  }

  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const others = [...this.items].filter(([name]) => name !== key).reduce((sum, [, text]) => sum + text.length, 0);
    if (others + value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const refuse = (): never => {
  throw new DOMException('forbidden', 'SecurityError');
};
const broken: TextStorage = { getItem: refuse, setItem: refuse, removeItem: refuse };

function space(source: string, when = 1): Workspace {
  return { programs: [{ id: 'a', name: 'main', source }], active: 'a', changed: when };
}

const source = (store: DraftStore): string | undefined => {
  const read = store.read();
  return read && activeOf(read).source;
};

describe('the draft store', () => {
  it('gives back what was written', () => {
    const storages = { tab: new MemoryStorage(), shared: new MemoryStorage() };
    const whole: Workspace = {
      programs: [
        {
          id: 'a',
          name: 'main',
          source: 'int main() {}',
          example: 'hello',
          cursor: { line: 3, column: 1 },
          settings: { optimisation: 2, text: 'Ada\n', args: '-v', env: 'A=1' },
        },
        { id: 'b', name: 'other', source: '' },
      ],
      active: 'b',
      changed: 7,
    };
    const store = new DraftStore(storages);
    expect(store.read()).toBeUndefined();
    expect(store.write(whole)).toBe(true);
    store.leave();
    expect(new DraftStore(storages).read()).toEqual(whole);
  });

  it('keeps the texts of two tabs apart, also of a duplicated one', () => {
    const shared = new MemoryStorage();
    const tabs = [new MemoryStorage(), new MemoryStorage()] as const;
    const first = new DraftStore({ tab: tabs[0], shared });
    first.write(space('of the first', 1));
    // The duplicate begins with a copy of the storage, and of what was written last.
    for (const [key, value] of tabs[0].items) tabs[1].setItem(key, value);
    const second = new DraftStore({ tab: tabs[1], shared });
    expect(source(second)).toBe('of the first');
    second.write(space('of the second', 2));
    first.write(space('of the first, again', 3));
    for (const store of [first, second]) store.leave();
    expect(source(new DraftStore({ tab: tabs[0], shared }))).toBe('of the first, again');
    expect(source(new DraftStore({ tab: tabs[1], shared }))).toBe('of the second');
  });

  it('begins a new tab with what was changed last', () => {
    const shared = new MemoryStorage();
    for (const [text, when] of [
      ['old', 1],
      ['newest', 3],
      ['middle', 2],
    ] as const)
      new DraftStore({ tab: new MemoryStorage(), shared }).write(space(text, when));
    expect(source(new DraftStore({ tab: new MemoryStorage(), shared }))).toBe('newest');
  });

  it('takes over the drafts of the page before it had tabs', () => {
    const storages = { tab: new MemoryStorage(), shared: new MemoryStorage() };
    storages.shared.setItem('asyncio-cpp/draft/v1', '{"source":"// another tab’s"}');
    storages.tab.setItem('asyncio-cpp/draft/v1', '{"source":"// mine","example":"gather"}');
    storages.shared.setItem('asyncio-cpp/kept-draft/v1', '{"source":"// kept"}');
    const store = new DraftStore(storages);
    const read = store.read();
    expect(read?.programs.map(({ source, example }) => [source, example])).toEqual([
      ['// mine', 'gather'],
      ['// kept', undefined],
    ]);
    if (read !== undefined) store.write(read);
    expect([...storages.shared.items.keys(), ...storages.tab.items.keys()].some((key) => key.includes('draft'))).toBe(
      false,
    );
  });

  it('lives without storage and says that nothing is kept', () => {
    for (const storages of [
      { tab: undefined, shared: undefined },
      { tab: broken, shared: broken },
    ]) {
      const store = new DraftStore(storages);
      expect(store.read()).toBeUndefined();
      expect(store.write(space('x'))).toBe(false);
      expect(store.remember({ when: 1, name: 'a', what: 'Run', source: 'x' })).toBe(false);
      expect(store.history).toHaveLength(1);
      expect(() => store.leave()).not.toThrow();
    }
  });

  it('makes room: the history gives way, then what was left longest ago, never the own text', () => {
    const storages = { tab: new MemoryStorage(), shared: new MemoryStorage() };
    new DraftStore({ tab: new MemoryStorage(), shared: storages.shared }).write(space('a'.repeat(500)));
    const store = new DraftStore(storages);
    for (let i = 0; i < 8; i++) store.remember({ when: i, name: 'main', what: 'Run', source: `${i}`.repeat(100) });
    storages.shared.room = 1_800;
    expect(store.write(space('mine'.repeat(300), 2))).toBe(true);
    expect(source(store)).toBe('mine'.repeat(300));
    expect(store.history[0]?.source).toBe('7'.repeat(100));
    storages.shared.room = 10;
    expect(store.write(space('mine again', 3))).toBe(true);
    expect(source(store)).toBe('mine again');
  });

  it('takes damaged data for none', () => {
    const storages = { tab: new MemoryStorage(), shared: new MemoryStorage() };
    const store = new DraftStore(storages);
    store.write(space('x'));
    for (const text of [
      '{"programs":',
      '{"programs":[],"active":"a","changed":1}',
      '7',
      '{"programs":[{"source":1}]}',
    ]) {
      for (const key of storages.shared.items.keys()) storages.shared.items.set(key, text);
      expect(store.read()).toBeUndefined();
      expect(store.history).toEqual([]);
    }
  });

  it('lists the texts of tabs that were left long ago', () => {
    const shared = new MemoryStorage();
    for (let i = 0; i < 12; i++) new DraftStore({ tab: new MemoryStorage(), shared }).write(space(`text ${i}`, i + 1));
    expect([...shared.items.keys()].filter((key) => key.includes('workspace'))).toHaveLength(8);
    expect(new DraftStore({ tab: undefined, shared }).history.map(({ source }) => source)).toEqual([
      'text 3',
      'text 2',
      'text 1',
      'text 0',
    ]);
  });
});

describe('the history', () => {
  const entry = (source: string, when = 1): Earlier => ({ when, name: 'main', what: 'Run', source });

  it('lists a text once, the newest first, and is bounded', () => {
    let list: Earlier[] = [];
    for (const text of ['a', 'b', 'a']) list = remembered(list, entry(text));
    expect(list.map(({ source }) => source)).toEqual(['a', 'b']);
    for (let i = 0; i < 2 * mostEntries; i++) list = remembered(list, entry(`text ${i}`));
    expect(list).toHaveLength(mostEntries);
    list = remembered(list, entry('x'.repeat(mostCharacters)));
    expect(list).toHaveLength(1);
  });

  it('lists a text that is about to be lost', () => {
    const long = 'int main() { return 42; }\n'.repeat(9);
    expect(losesMuch(long, '')).toBe(true);
    expect(losesMuch(long, long.slice(0, -5))).toBe(false);
    expect(losesMuch('short', '')).toBe(false);
  });

  it('names a text by a line of its own', () => {
    expect(excerpt('#include <print>\n\nusing namespace std;\nint answer();\n')).toBe('int answer();');
    expect(excerpt('')).toBe('');
  });
});

describe('a workspace', () => {
  const one = space('1');
  const added = withProgram(one, { id: 'b', name: 'main 2', source: '2' });

  it('shows a program that is added, and the next one when it is closed', () => {
    expect(activeOf(added).source).toBe('2');
    expect(activeOf(withoutProgram(added, 'b')).source).toBe('1');
    expect(withoutProgram(one, 'a')).toBe(one);
  });

  it('changes one program alone', () => {
    const other = changed(added, 'a', { source: '3' });
    expect(other.programs.map(({ source }) => source)).toEqual(['3', '2']);
  });

  it('finds names that are free', () => {
    expect([freeName(added, 'main'), freeName(added, ' Hello '), freeName(added, '')]).toEqual([
      'main 3',
      'Hello',
      'main 3',
    ]);
  });
});
