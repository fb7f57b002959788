/** What the page cannot do without, and the words for a browser that lacks it. */

const required: readonly (readonly [string, () => boolean])[] = [
  ['WebAssembly', () => typeof WebAssembly === 'object'],
  ['Web Workers', () => typeof Worker === 'function'],
  ['message channels', () => typeof MessageChannel === 'function'],
];

/** Nothing if this browser has all. */
export function whatIsMissing(): string | undefined {
  const missing = required.filter(([, has]) => !has()).map(([name]) => name);
  if (missing.length === 0) return undefined;
  return (
    `This browser has no ${missing.join(' and no ')}, or it is turned off. ` +
    'This page compiles and runs C++ in the browser and needs it: a current Chrome, Edge, Firefox or Safari has it.'
  );
}
