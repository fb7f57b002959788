/** Dark or light: the system's choice until the person makes one, which is kept. */
import { matchesMedia } from './media.ts';

const storageKey = 'asyncio-cpp/theme';

export class Theme {
  #system = $state(false);
  #chosen = $state.raw<'dark' | 'light'>();

  /** @param forced one that stays, whatever was chosen; absent: none */
  constructor(forced?: 'dark' | 'light') {
    this.#system = matchesMedia('(prefers-color-scheme: dark)', (dark) => (this.#system = dark));
    this.#chosen = forced ?? readChoice();
  }

  get isDark(): boolean {
    return this.#chosen === undefined ? this.#system : this.#chosen === 'dark';
  }

  toggle(): void {
    this.#chosen = this.isDark ? 'light' : 'dark';
    try {
      localStorage.setItem(storageKey, this.#chosen);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }
}

function readChoice(): 'dark' | 'light' | undefined {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'dark' || value === 'light' ? value : undefined;
  } catch {
    return undefined;
  }
}
