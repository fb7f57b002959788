/** The version of the library that this page runs programs with. */
import { version } from '../../../../package.json';
import type { Shared } from './codec.ts';

export { version };

/** A link says by which version it was made, unless it leads to an example: that is the page's own, whichever version it is. */
export function withVersion(shared: Shared): Shared {
  return shared.kind === 'example' ? shared : { ...shared, by: version };
}

/** What the reader should know of a link that another version has made. */
export function noteOfVersion({ by, event }: Shared): string | undefined {
  if (by === undefined || by === version) return undefined;
  const instant = event === undefined ? '' : ' The instant that it leads to may be another one.';
  return `This link was made with version ${by}; this page has ${version}.${instant}`;
}
