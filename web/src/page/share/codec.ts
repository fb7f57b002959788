/**
 * A program as a link's fragment and back: `#example=NAME`, or `#v1/` and the deflated text in base64url. `&event=12` behind
 * either leads to an instant of its run. Neither a name, which is escaped, nor base64url holds an `&`.
 */
import { mostEvents } from '../../protocol/limits.ts';
import { DamagedLink, pack, unpack } from './packing.ts';

/** `event`: after so many events of the run; absent: the run as a whole. */
export type Shared = ({ kind: 'example'; name: string } | { kind: 'program'; source: string }) & { event?: number };

const examplePrefix = 'example=';
const versionPrefix = 'v1/';
const eventPrefix = 'event=';

export async function encodeFragment(shared: Shared): Promise<string> {
  const instant = shared.event === undefined ? '' : `&${eventPrefix}${shared.event}`;
  switch (shared.kind) {
    case 'example':
      return `#${examplePrefix}${encodeURIComponent(shared.name)}${instant}`;
    case 'program':
      return `#${versionPrefix}${await pack(shared.source)}${instant}`;
  }
}

/** Nothing for an empty fragment; throws `DamagedLink` for one that is not ours or not whole. */
export async function decodeFragment(fragment: string): Promise<Shared | undefined> {
  const [body = '', ...extras] = fragment.replace(/^#/, '').split('&');
  if (body === '' && extras.length === 0) return undefined;
  const instant = instantOf(extras);
  if (body.startsWith(examplePrefix))
    return { kind: 'example', name: unescapeName(body.slice(examplePrefix.length)), ...instant };
  if (body.startsWith(versionPrefix))
    return { kind: 'program', source: await unpack(body.slice(versionPrefix.length), 'program'), ...instant };
  if (/^v\d+\//.test(body)) throw new DamagedLink('This link was made by a newer version of this page.');
  throw new DamagedLink('This link holds no program that this page can read.');
}

function instantOf(extras: readonly string[]): { event?: number } {
  if (extras.length === 0) return {};
  const [extra = ''] = extras;
  const digits = extra.startsWith(eventPrefix) ? extra.slice(eventPrefix.length) : '';
  if (extras.length > 1 || !/^\d{1,9}$/.test(digits) || Number(digits) > mostEvents)
    throw new DamagedLink('This link is damaged: the instant that it leads to cannot be read.');
  return { event: Number(digits) };
}

function unescapeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new DamagedLink('This link is damaged: the name of its example cannot be read.');
  }
}
