/** Which clock the next run has; what a person chose is kept from visit to visit, what a link asked for is not. */
import type { Clock } from '../../../../wasm/api/types.ts';
import { clockNamed, clockNames } from './clocks.ts';

const storageKey = 'asyncio-cpp/clock/v1';

export class ClockChoice {
  #current = $state<Clock>(kept());

  get current(): Clock {
    return this.#current;
  }

  choose(clock: Clock): void {
    this.#current = clock;
    try {
      localStorage.setItem(storageKey, clockNames[clock]);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }

  lend(clock: Clock): void {
    this.#current = clock;
  }
}

function kept(): Clock {
  try {
    return clockNamed(localStorage.getItem(storageKey) ?? '') ?? 'real';
  } catch {
    return 'real';
  }
}
