/**
 * A program as a link's fragment and back: `#example=NAME`, or `#v1/` and the deflated text in base64url. Behind either may stand
 * `&clock=NAME`; what else stands there is for newer pages.
 */
import type { Clock } from '../../../../wasm/api/types.ts';
import { clockNamed, clockNames } from '../run/clocks.ts';
import { DamagedLink, pack, unpack } from './packing.ts';

/** What a link holds. Without a clock: whichever its reader has chosen. */
export type Shared = ({ kind: 'example'; name: string } | { kind: 'program'; source: string }) & { clock?: Clock };

const examplePrefix = 'example=';
const versionPrefix = 'v1/';
const clockKey = 'clock';

export async function encodeFragment(shared: Shared): Promise<string> {
  const clock = shared.clock === undefined ? '' : `&${clockKey}=${clockNames[shared.clock]}`;
  return `#${await encodeProgram(shared)}${clock}`;
}

async function encodeProgram(shared: Shared): Promise<string> {
  switch (shared.kind) {
    case 'example':
      return `${examplePrefix}${encodeURIComponent(shared.name)}`;
    case 'program':
      return `${versionPrefix}${await pack(shared.source)}`;
  }
}

/** Nothing for an empty fragment; throws `DamagedLink` for one that is not ours or not whole. */
export async function decodeFragment(fragment: string): Promise<Shared | undefined> {
  const [body = '', ...rest] = fragment.replace(/^#/, '').split('&');
  if (body === '' && rest.length === 0) return undefined;
  const name = new URLSearchParams(rest.join('&')).get(clockKey);
  return { ...(await decodeProgram(body)), ...(name === null ? {} : { clock: clockOf(name) }) };
}

async function decodeProgram(body: string): Promise<Shared> {
  if (body.startsWith(examplePrefix)) return { kind: 'example', name: unescapeName(body.slice(examplePrefix.length)) };
  if (body.startsWith(versionPrefix))
    return { kind: 'program', source: await unpack(body.slice(versionPrefix.length), 'program') };
  if (/^v\d+\//.test(body)) throw new DamagedLink('This link was made by a newer version of this page.');
  throw new DamagedLink('This link holds no program that this page can read.');
}

function clockOf(name: string): Clock {
  const clock = clockNamed(name);
  if (clock === undefined) throw new DamagedLink('This link names a clock that there is not.');
  return clock;
}

function unescapeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new DamagedLink('This link is damaged: the name of its example cannot be read.');
  }
}
