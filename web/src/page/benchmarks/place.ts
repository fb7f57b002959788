/** Finds out where the page runs. */
import type { Place } from './results.ts';

/** The most telling first: Chromium-based browsers call themselves all of these. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrom(?:e|ium)\/(\d+)/, 'Chromium'],
  [/Version\/(\d+)[\d.]* .*Safari/, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

export function describeBrowser(userAgent: string, cores: number): string {
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'an unknown system';
  return `${browserName(userAgent)} on ${system}, ${cores} ${cores === 1 ? 'core' : 'cores'}`;
}

function browserName(userAgent: string): string {
  for (const [pattern, name] of browsers) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return 'An unknown browser';
}

const steps = 10;

/** The smallest difference between two readings that differ. */
export function clockStep(now: () => number): number {
  let smallest = Infinity;
  let last = now();
  for (let seen = 0; seen < steps;) {
    const time = now();
    if (time === last) continue;
    smallest = Math.min(smallest, time - last);
    last = time;
    seen += 1;
  }
  return smallest;
}

export function thisPlace(): Place {
  return {
    browser: describeBrowser(navigator.userAgent, navigator.hardwareConcurrency),
    clockStepMs: clockStep(() => performance.now()),
    isolated: crossOriginIsolated,
    jspi: 'Suspending' in WebAssembly,
  };
}
