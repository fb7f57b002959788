/**
 * Keeps the programs of each tab of the browser over a reload, and the history that all tabs share.
 *
 * A tab writes under a number of its own, so no tab overwrites another's texts. It holds that number in memory while it is open and
 * leaves it in its own storage only when it goes: a duplicate of the tab, which begins with a copy of that storage, finds none and takes one
 * of its own. A new tab begins with a copy of what was changed last. The programs of tabs that were left long ago go into the history.
 * Where the storage is full, the older half of the history gives way, then the programs of the tabs that were left longest ago.
 */
import { parseHistory, remembered, type Earlier } from './history.ts';
import { attempt, readJson, type TextStorage } from './storage.ts';
import { parseWorkspace, type StoredProgram, type Workspace } from './workspace.ts';

const spacePrefix = 'asyncio-cpp/workspace/v1/';
const tabKey = 'asyncio-cpp/tab/v1';
const historyKey = 'asyncio-cpp/history/v1';
/** Of the page before it had tabs: a draft, and the one that something took the place of. */
const draftKeys = ['asyncio-cpp/draft/v1', 'asyncio-cpp/kept-draft/v1'];
/** Of so many tabs the programs are kept. */
const mostSpaces = 8;

export class DraftStore {
  readonly #tab: TextStorage | undefined;
  readonly #shared: TextStorage | undefined;
  #id: string;
  /** Where there is no shared storage, or it refuses: the history lasts as long as the page. */
  #history: Earlier[] = [];

  constructor({ tab, shared }: { tab: TextStorage | undefined; shared: TextStorage | undefined }) {
    this.#tab = tab;
    this.#shared = shared;
    this.#id = attempt(() => tab?.getItem(tabKey)) ?? newId();
    this.claim();
  }

  /** The tab is open (again): its number is nobody else's. */
  claim(): void {
    attempt(() => this.#tab?.removeItem(tabKey));
  }

  /** The tab goes; after a reload it is the same again. */
  leave(): void {
    attempt(() => this.#tab?.setItem(tabKey, this.#id));
  }

  /** What the tab held, or what any tab held last; nothing at a first visit. */
  read(): Workspace | undefined {
    const own = this.#spaceAt(this.#tab, this.#key) ?? this.#spaceAt(this.#shared, this.#key);
    return own ?? this.#oldDrafts() ?? this.#latest()?.space;
  }

  /** @returns false where it could be kept nowhere */
  write(space: Workspace): boolean {
    const json = JSON.stringify(space);
    if (this.#writeShared(this.#key, json)) {
      attempt(() => this.#tab?.removeItem(this.#key));
      this.#dropOldDrafts();
      this.#limitSpaces();
      return true;
    }
    // A text left behind beside a newer one would come back in its place.
    attempt(() => this.#shared?.removeItem(this.#key));
    return attempt(() => (this.#tab?.setItem(this.#key, json), this.#tab !== undefined)) ?? false;
  }

  get history(): readonly Earlier[] {
    const kept = parseHistory(readJson(this.#shared, historyKey));
    return kept.length > 0 ? kept : this.#history;
  }

  /** @returns false where it could not be kept */
  remember(entry: Earlier): boolean {
    this.#history = remembered(this.history, entry);
    return this.#writeShared(historyKey, JSON.stringify(this.#history));
  }

  get #key(): string {
    return spacePrefix + this.#id;
  }

  #writeShared(key: string, json: string): boolean {
    for (;;) {
      const done = attempt(() => (this.#shared?.setItem(key, json), this.#shared !== undefined));
      if (done !== undefined) return done;
      if (!this.#makeRoom(key)) return false;
    }
  }

  /** @returns false where nothing is left that could give way */
  #makeRoom(key: string): boolean {
    const kept = parseHistory(readJson(this.#shared, historyKey));
    if (kept.length > 1 && key !== historyKey) {
      const half = JSON.stringify(kept.slice(0, kept.length >> 1));
      return attempt(() => (this.#shared?.setItem(historyKey, half), true)) ?? false;
    }
    const oldest = this.#spaces().findLast((other) => other.key !== this.#key);
    if (oldest === undefined) return false;
    return attempt(() => (this.#shared?.removeItem(oldest.key), true)) ?? false;
  }

  #limitSpaces(): void {
    for (const { key, space } of this.#spaces().slice(mostSpaces)) {
      for (const { name, source } of space.programs)
        this.remember({ when: space.changed, name, what: 'Of an earlier visit', source });
      attempt(() => this.#shared?.removeItem(key));
    }
  }

  /** Of all tabs, the latest first. */
  #spaces(): { key: string; space: Workspace }[] {
    const storage = this.#shared;
    const keys = attempt(() => Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key?.(index))) ?? [];
    return keys
      .filter((key) => key?.startsWith(spacePrefix))
      .flatMap((key) => {
        const space = this.#spaceAt(storage, key ?? '');
        return key && space ? [{ key, space }] : [];
      })
      .sort((a, b) => b.space.changed - a.space.changed);
  }

  #latest(): { key: string; space: Workspace } | undefined {
    return this.#spaces()[0];
  }

  #spaceAt(storage: TextStorage | undefined, key: string): Workspace | undefined {
    return parseWorkspace(readJson(storage, key));
  }

  #oldDrafts(): Workspace | undefined {
    const drafts = draftKeys.map((key) => oldDraft(readJson(this.#tab, key)) ?? oldDraft(readJson(this.#shared, key)));
    const programs = drafts.flatMap((draft, index) =>
      draft === undefined ? [] : [{ id: newId(), name: index === 0 ? 'main' : 'Earlier draft', ...draft }],
    );
    const [first] = programs;
    return first && { programs, active: first.id, changed: Date.now() };
  }

  #dropOldDrafts(): void {
    for (const key of draftKeys)
      for (const storage of [this.#tab, this.#shared]) attempt(() => storage?.removeItem(key));
  }
}

export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36)).join('');
}

function oldDraft(value: unknown): Pick<StoredProgram, 'source' | 'example'> | undefined {
  if (typeof value !== 'object' || value === null || !('source' in value)) return undefined;
  if (typeof value.source !== 'string') return undefined;
  return {
    source: value.source,
    ...('example' in value && typeof value.example === 'string' ? { example: value.example } : {}),
  };
}
