/** What stands in a link behind its program, `&NAME=VALUE`; what a page does not know there is for newer ones. */
import type { Clock, Optimisation } from '../../../../wasm/api/types.ts';
import { formatSchedule, parseSchedule } from '../../../../wasm/api/schedules.ts';
import { mostEvents, mostInput } from '../../protocol/limits.ts';
import { clockNamed, clockNames } from '../run/clocks.ts';
import { DamagedLink, pack, unpack } from './packing.ts';

export interface Extras {
  /** Absent: whichever its reader has chosen. */
  clock?: Clock;
  /** In which order the program runs what is ready, as `formatSchedule` has it; absent: first in, first out. */
  schedule?: string;
  /** After so many events of the run; absent: the run as a whole. */
  event?: number;
  /** Absent: 0. */
  optimisation?: Optimisation;
  /** What the program is given, as a person writes it; absent: nothing. */
  text?: string;
  args?: string;
  env?: string;
  /** The version of the library that the page had on which the link was made; absent: it does not say. */
  by?: string;
}

const longestLine = 100_000;

/** @returns empty, or beginning with `&` */
export async function encodeExtras(extras: Extras): Promise<string> {
  const { clock, schedule, event, optimisation = 0, text = '', args = '', env = '', by } = extras;
  const parts = [
    by === undefined ? '' : `&by=${encodeURIComponent(by)}`,
    clock === undefined ? '' : `&clock=${clockNames[clock]}`,
    optimisation === 0 ? '' : `&opt=${optimisation}`,
    text === '' ? '' : `&stdin=${await pack(text)}`,
    args === '' ? '' : `&args=${encodeURIComponent(args)}`,
    env === '' ? '' : `&env=${encodeURIComponent(env)}`,
    schedule === undefined ? '' : `&schedule=${escapeSchedule(schedule)}`,
    event === undefined ? '' : `&event=${event}`,
  ];
  return parts.join('');
}

/** @throws DamagedLink */
export async function decodeExtras(given: readonly string[]): Promise<Extras> {
  const named = new URLSearchParams(given.join('&'));
  const extras: Extras = {};
  const clock = named.get('clock');
  if (clock !== null) extras.clock = clockOf(clock);
  const schedules = named.getAll('schedule');
  if (schedules.length > 0) extras.schedule = scheduleOf(schedules);
  const events = named.getAll('event');
  if (events.length > 0) extras.event = eventOf(events);
  const optimisation = named.get('opt');
  if (optimisation !== null) extras.optimisation = optimisationOf(optimisation);
  const text = named.get('stdin');
  if (text !== null) extras.text = (await unpack(text, 'input')).slice(0, mostInput);
  for (const name of ['args', 'env'] as const) {
    const line = named.get(name);
    if (line !== null) extras[name] = line.slice(0, longestLine);
  }
  const by = named.get('by');
  if (by !== null && /^\d{1,6}(\.\d{1,6}){1,3}$/.test(by)) extras.by = by;
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

function optimisationOf(level: string): Optimisation {
  if (level === '0') return 0;
  if (level === '2') return 2;
  throw new DamagedLink('This link names an optimisation that there is not.');
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
