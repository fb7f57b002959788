/** What the page's extras tell the program; the numbers are those of docs/host-abi.md. */

export const eventKinds = {
  failed: 0,
  refused: 1,
  invalid: 2,
  unsupported: 3,
  head: 4,
  body: 5,
  opened: 6,
  text: 7,
  binary: 8,
  drained: 9,
  closed: 10,
} as const;

/** What is not granted: the program gets a PermissionError that says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Tells the program of an event. Text goes as UTF-8. */
export type Emit = (kind: keyof typeof eventKinds, payload: Uint8Array | string) => void;

/** The address that a program means. @throws TypeError for what is none */
export function resolveUrl(url: string, baseUrl: string): URL {
  if (!URL.canParse(url, baseUrl)) throw new TypeError(`"${url}" is no address`);
  return new URL(url, baseUrl);
}
