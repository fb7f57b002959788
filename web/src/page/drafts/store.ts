/**
 * Keeps the text over a reload, and the draft that a link or an example took the place of.
 *
 * Each write goes to every storage there is; a read prefers the first. The page gives the tab's own storage first, so that
 * two tabs do not take each other's draft on reload. Storage may be absent, full or forbidden: then nothing is kept, and
 * `write` says so.
 */
export interface Draft {
  source: string;
  /** The example that the text started from, if any. */
  example?: string;
}

export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const draftKey = 'asyncio-cpp/draft/v1';
const keptKey = 'asyncio-cpp/kept-draft/v1';

export class DraftStore {
  readonly #storages: readonly TextStorage[];

  constructor(storages: readonly TextStorage[]) {
    this.#storages = storages;
  }

  readDraft(): Draft | undefined {
    return this.#read(draftKey);
  }

  /** False when the draft could not be kept anywhere. */
  writeDraft(draft: Draft): boolean {
    return this.#write(draftKey, draft);
  }

  readKept(): Draft | undefined {
    return this.#read(keptKey);
  }

  writeKept(draft: Draft): boolean {
    return this.#write(keptKey, draft);
  }

  dropKept(): void {
    for (const storage of this.#storages) attempt(() => storage.removeItem(keptKey));
  }

  #read(key: string): Draft | undefined {
    for (const storage of this.#storages) {
      const draft = attempt(() => parseDraft(storage.getItem(key)));
      if (draft !== undefined) return draft;
    }
    return undefined;
  }

  #write(key: string, draft: Draft): boolean {
    const json = JSON.stringify(draft);
    let kept = false;
    for (const storage of this.#storages) {
      const done = attempt(() => {
        storage.setItem(key, json);
        return true;
      });
      // An old draft left beside a newer one would come back in its place.
      if (done === undefined) attempt(() => storage.removeItem(key));
      else kept = true;
    }
    return kept;
  }
}

/** The storages that this browser allows; even naming one may throw. */
export function browserStorages(): TextStorage[] {
  return [attempt(() => window.sessionStorage), attempt(() => window.localStorage)].filter(
    (storage) => storage !== undefined,
  );
}

function parseDraft(json: string | null): Draft | undefined {
  if (json === null) return undefined;
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null || !('source' in value)) return undefined;
  if (typeof value.source !== 'string') return undefined;
  const example = 'example' in value && typeof value.example === 'string' ? { example: value.example } : {};
  return { source: value.source, ...example };
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
