/**
 * A program as a link's fragment and back: `#example=NAME`, or `#v1/` and the deflated text in base64url. Behind either may stand
 * what `extras.ts` lists. Neither a name, which is escaped, nor base64url holds an `&`. The number is the format's; every format
 * that there was is read for ever.
 */
import { decodeExtras, encodeExtras, type Extras } from './extras.ts';
import { DamagedLink, pack, unpack } from './packing.ts';

/** What a link holds. */
export type Shared = ({ kind: 'example'; name: string } | { kind: 'program'; source: string }) & Extras;

const examplePrefix = 'example=';
const versionPrefix = 'v1/';

export async function encodeFragment(shared: Shared): Promise<string> {
  return `#${await encodeProgram(shared)}${await encodeExtras(shared)}`;
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
  const extras = await decodeExtras(rest);
  return { ...(await decodeProgram(body)), ...extras };
}

async function decodeProgram(body: string): Promise<Shared> {
  if (body.startsWith(examplePrefix)) return { kind: 'example', name: unescapeName(body.slice(examplePrefix.length)) };
  if (body.startsWith(versionPrefix))
    return { kind: 'program', source: await unpack(body.slice(versionPrefix.length), 'program') };
  if (/^v\d+\//.test(body)) throw new DamagedLink('This link was made by a newer version of this page.');
  throw new DamagedLink('This link holds no program that this page can read.');
}

function unescapeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new DamagedLink('This link is damaged: the name of its example cannot be read.');
  }
}
