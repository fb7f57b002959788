/** Results as a link's fragment and back: `#v1/` and the deflated JSON in base64url. */
import * as v from 'valibot';
import { benchmarkRow, finite, text } from '../../../../wasm/api/shapes.ts';
import { parse } from '../../protocol/parse.ts';
import { DamagedLink, pack, unpack } from '../share/packing.ts';
import type { Results } from './results.ts';

const versionPrefix = 'v1/';
/** More than there are questions; keeps a crafted link from filling the page. */
const mostRows = 100;

const positiveRow = v.pipe(
  benchmarkRow,
  v.check(({ asyncio, javascript }) => asyncio > 0 && (javascript ?? 1) > 0),
);
const results = v.object({
  place: v.object({ browser: text(200), clockStepMs: finite, isolated: v.boolean(), jspi: v.boolean() }),
  date: v.pipe(
    v.string(),
    v.transform((date) => new Date(date)),
    v.date(),
  ),
  rows: v.pipe(v.array(positiveRow), v.minLength(1), v.maxLength(mostRows)),
});

export async function encodeResults({ place, date, rows }: Results): Promise<string> {
  return `#${versionPrefix}${await pack(JSON.stringify({ place, date: date.toISOString(), rows }))}`;
}

/** Nothing for an empty fragment; throws `DamagedLink` for one that holds no results. */
export async function decodeResults(fragment: string): Promise<Results | undefined> {
  const body = fragment.replace(/^#/, '');
  if (body === '') return undefined;
  if (!body.startsWith(versionPrefix)) throw new DamagedLink('This link holds no results that this page can read.');
  const json = await unpack(body.slice(versionPrefix.length), 'results');
  try {
    return parse(results, JSON.parse(json));
  } catch {
    throw new DamagedLink('This link is damaged: what it holds are no results.');
  }
}
