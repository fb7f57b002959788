/** Results as a link's fragment and back: `#v1/` and the deflated JSON in base64url. */
import type { BenchmarkRow } from '../../../wasm/js/types.ts';
import { fields, flag, list, number, ProtocolError, text, type Fields } from '../protocol/guards.ts';
import { benchmarkRow } from '../protocol/shapes.ts';
import { DamagedLink, pack, unpack } from '../share/packing.ts';
import type { Place, Results } from './results.ts';

const VERSION = 'v1/';
/** More than there are questions; keeps a crafted link from filling the page. */
const MOST_ROWS = 100;

export async function encodeResults({ place, date, rows }: Results): Promise<string> {
  return `#${VERSION}${await pack(JSON.stringify({ place, date: date.toISOString(), rows }))}`;
}

/** Nothing for an empty fragment; throws `DamagedLink` for one that holds no results. */
export async function decodeResults(fragment: string): Promise<Results | undefined> {
  const body = fragment.replace(/^#/, '');
  if (body === '') return undefined;
  if (!body.startsWith(VERSION)) throw new DamagedLink('This link holds no results that this page can read.');
  const json = await unpack(body.slice(VERSION.length), 'results');
  try {
    return resultsOf(fields(JSON.parse(json), 'results'));
  } catch {
    throw new DamagedLink('This link is damaged: what it holds are no results.');
  }
}

function resultsOf(from: Fields): Results {
  const date = new Date(text(from, 'date'));
  if (Number.isNaN(date.getTime())) throw new ProtocolError('date: expected a date');
  const rows = list(from, 'rows', positiveRow);
  if (rows.length === 0 || rows.length > MOST_ROWS) throw new ProtocolError('rows: too few or too many');
  return { place: placeOf(fields(from.place, 'place')), date, rows };
}

function positiveRow(value: unknown): BenchmarkRow {
  const row = benchmarkRow(value);
  if (row.asyncio > 0 && (row.javascript ?? 1) > 0) return row;
  throw new ProtocolError('row: expected costs above zero');
}

function placeOf(from: Fields): Place {
  return {
    browser: text(from, 'browser'),
    clockStepMs: number(from, 'clockStepMs'),
    isolated: flag(from, 'isolated'),
    jspi: flag(from, 'jspi'),
  };
}
