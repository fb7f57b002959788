/** How the panes share the page; kept from visit to visit. */
import { matchesMedia } from './media.ts';

const storageKey = 'asyncio-cpp/layout/v1';

export type Split = 'columns' | 'source' | 'results';
/** On a narrow page one pane shows at a time. */
export type NarrowPane = 'editor' | 'output' | 'problems' | 'timeline';

const defaults: Record<Split, number> = { columns: 0.55, source: 0.78, results: 0.36 };

export class Layout {
  shares = $state.raw<Record<Split, number>>(readShares());
  pane = $state<NarrowPane>('editor');
  #narrow = $state(false);

  constructor() {
    this.#narrow = matchesMedia('(max-width: 760px)', (narrow) => (this.#narrow = narrow));
  }

  get isNarrow(): boolean {
    return this.#narrow;
  }

  resize(split: Split, share: number): void {
    this.shares = { ...this.shares, [split]: share };
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.shares));
    } catch {
      // Without storage the sizes last as long as the page.
    }
  }
}

function readShares(): Record<Split, number> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return { ...defaults, ...validShares(value) };
  } catch {
    return defaults;
  }
}

function validShares(value: unknown): Partial<Record<Split, number>> {
  if (typeof value !== 'object' || value === null) return {};
  const isShare = (entry: [string, unknown]): entry is [string, number] =>
    entry[0] in defaults && typeof entry[1] === 'number' && entry[1] > 0 && entry[1] < 1;
  return Object.fromEntries(Object.entries(value).filter(isShare));
}
