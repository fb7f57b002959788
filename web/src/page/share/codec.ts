/**
 * A program as a link's fragment and back: `#example=NAME`, or `#v1/` and the deflated text in base64url. Behind either may stand
 * `&clock=NAME`, for a run in another order `&schedule=2.0:1` and, for an instant of its run, `&event=12`; what else stands there is
 * for newer pages. Neither a name, which is escaped, nor base64url holds an `&`.
 */
import type { Clock } from '../../../../wasm/api/types.ts';
import { formatSchedule, parseSchedule } from '../../../../wasm/api/schedules.ts';
import { mostEvents } from '../../protocol/limits.ts';
import { clockNamed, clockNames } from '../run/clocks.ts';
import { DamagedLink, pack, unpack } from './packing.ts';

interface Extras {
  /** Absent: whichever its reader has chosen. */
  clock?: Clock;
  /** In which order the program runs what is ready, as `formatSchedule` has it; absent: first in, first out. */
  schedule?: string;
  /** After so many events of the run; absent: the run as a whole. */
  event?: number;
}

/** What a link holds. */
export type Shared = ({ kind: 'example'; name: string } | { kind: 'program'; source: string }) & Extras;

const examplePrefix = 'example=';
const versionPrefix = 'v1/';

export async function encodeFragment(shared: Shared): Promise<string> {
  const clock = shared.clock === undefined ? '' : `&clock=${clockNames[shared.clock]}`;
  const schedule = shared.schedule === undefined ? '' : `&schedule=${escapeSchedule(shared.schedule)}`;
  const event = shared.event === undefined ? '' : `&event=${shared.event}`;
  return `#${await encodeProgram(shared)}${clock}${schedule}${event}`;
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
  const extras = extrasOf(new URLSearchParams(rest.join('&')));
  return { ...(await decodeProgram(body)), ...extras };
}

async function decodeProgram(body: string): Promise<Shared> {
  if (body.startsWith(examplePrefix)) return { kind: 'example', name: unescapeName(body.slice(examplePrefix.length)) };
  if (body.startsWith(versionPrefix))
    return { kind: 'program', source: await unpack(body.slice(versionPrefix.length), 'program') };
  if (/^v\d+\//.test(body)) throw new DamagedLink('This link was made by a newer version of this page.');
  throw new DamagedLink('This link holds no program that this page can read.');
}

function extrasOf(named: URLSearchParams): Extras {
  const extras: Extras = {};
  const clock = named.get('clock');
  if (clock !== null) extras.clock = clockOf(clock);
  const schedules = named.getAll('schedule');
  if (schedules.length > 0) extras.schedule = scheduleOf(schedules);
  const events = named.getAll('event');
  if (events.length > 0) extras.event = eventOf(events);
  return extras;
}

/** A fragment may hold these, and a person can read them. */
function escapeSchedule(schedule: string): string {
  return encodeURIComponent(schedule).replaceAll('%3A', ':').replaceAll('%2C', ',');
}

function scheduleOf([text = '', ...others]: readonly string[]): string {
  const schedule = parseSchedule(text);
  if (schedule === undefined || others.length > 0)
    throw new DamagedLink('This link is damaged: the schedule that it names cannot be read.');
  return formatSchedule(schedule);
}

function eventOf(given: readonly string[]): number {
  const [digits = ''] = given;
  if (given.length > 1 || !/^\d{1,9}$/.test(digits) || Number(digits) > mostEvents)
    throw new DamagedLink('This link is damaged: the instant that it leads to cannot be read.');
  return Number(digits);
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
