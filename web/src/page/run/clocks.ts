/** The clocks, in words and by their names in links. */
import { clocks, slowdown } from '../../../../wasm/api/clocks.ts';
import type { Clock } from '../../../../wasm/api/types.ts';

interface ClockWords {
  title: string;
  /** Whose figures these are: "0.40 s virtual". */
  time: string;
  about: string;
}

export const clockWords: Record<Clock, ClockWords> = {
  real: { title: 'Real', time: 'real', about: 'Time passes as it does.' },
  virtual: {
    title: 'Instant',
    time: 'virtual',
    about:
      'Virtual time: sleeps cost nothing, and every run gives the same times. It stands still while a task computes.',
  },
  slow: {
    title: 'Slow',
    time: `slow (1:${slowdown})`,
    about: `Slow motion: for the program time passes ${slowdown} times as slowly, so a sleep of a second takes ${slowdown}.`,
  },
};

/** In links; never to be changed. */
export const clockNames: Record<Clock, string> = { real: 'real', virtual: 'instant', slow: 'slow' };

export function clockNamed(name: string): Clock | undefined {
  return clocks.find((clock) => clockNames[clock] === name);
}

/** How long it has taken a clock to come so far: how long a virtual one, it does not tell. */
export function realOn(clock: Clock, clockMs: number): number | undefined {
  return { real: clockMs, slow: clockMs * slowdown, virtual: undefined }[clock];
}

/** How far a clock has come in so many milliseconds of real time: how far a virtual one has, those do not tell. */
export function elapsedOn(clock: Clock, realMs: number): number {
  switch (clock) {
    case 'real':
      return realMs;
    case 'slow':
      return realMs / slowdown;
    case 'virtual':
      return 0;
  }
}
