/** The browser's storages, of which any may be absent, full or forbidden. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> &
  Partial<Pick<Storage, 'key' | 'length'>>;

/** The storages that this browser allows; even naming one may throw. The tab's own is the first. */
export function browserStorages(): { tab: TextStorage | undefined; shared: TextStorage | undefined } {
  return { tab: attempt(() => window.sessionStorage), shared: attempt(() => window.localStorage) };
}

/** @returns nothing where it throws */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** What JSON a storage holds under a name, if it is JSON. */
export function readJson(storage: TextStorage | undefined, key: string): unknown {
  return attempt(() => JSON.parse(storage?.getItem(key) ?? 'null') as unknown) ?? undefined;
}

/** One that lasts as long as the page. */
export function memoryStorage(): TextStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
