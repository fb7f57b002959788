/** A program as a link's fragment and back: `#example=NAME`, or `#v1/` and the deflated text in base64url. */
import { DamagedLink, pack, unpack } from './packing.ts';

export type Shared = { kind: 'example'; name: string } | { kind: 'program'; source: string };

const examplePrefix = 'example=';
const versionPrefix = 'v1/';

export async function encodeFragment(shared: Shared): Promise<string> {
  switch (shared.kind) {
    case 'example':
      return `#${examplePrefix}${encodeURIComponent(shared.name)}`;
    case 'program':
      return `#${versionPrefix}${await pack(shared.source)}`;
  }
}

/** Nothing for an empty fragment; throws `DamagedLink` for one that is not ours or not whole. */
export async function decodeFragment(fragment: string): Promise<Shared | undefined> {
  const body = fragment.replace(/^#/, '');
  if (body === '') return undefined;
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
