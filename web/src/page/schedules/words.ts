/** Puts schedules, and what they came to, into words. */
import type { Exploration, ScheduleGroup, ToldDeviation } from '../../../../wasm/api/types.ts';
import { failureText } from '../output/outcome.ts';

/** "0.2 s" */
function seconds(ms: number): string {
  return `${Number((ms / 1_000).toPrecision(6))} s`;
}

function named(task: string): string {
  return task === '' ? 'a later timer' : task;
}

/** "at 0.2 s Task-8 (withdraw) before Task-7 (pay_in)" */
export function deviationText({ time, first, second }: ToldDeviation): string {
  return `at ${seconds(time)} ${named(first)} before ${second === '' ? 'an earlier one' : second}`;
}

/** "First in, first out everywhere, except: at 0.2 s …" @param deviations how many there are, of which some are told */
export function scheduleText(told: readonly ToldDeviation[], deviations: number): string {
  if (deviations === 0) return 'First in, first out everywhere';
  const rest = deviations - told.length;
  const list = told.map(deviationText).join('; ');
  return `First in, first out everywhere, except: ${list}${rest > 0 ? `; and ${count(rest, 'more')}` : ''}`;
}

/** "Returned", or why it did not. */
export function endingText({ failure, exitCode }: Pick<ScheduleGroup, 'failure' | 'exitCode'>): string {
  if (failure !== undefined) return failureText(failure);
  return exitCode === 0 ? 'Finished' : `Exit code ${exitCode}`;
}

export function hasFailed({ failure, exitCode }: Pick<ScheduleGroup, 'failure' | 'exitCode'>): boolean {
  return failure !== undefined || exitCode !== 0;
}

/** "312 schedules, 190 a second, 2 outcomes" */
export function progressText({ runs, ms, groups, more, complete }: Exploration, running: boolean): string {
  const outcomes = count(groups.length + more, 'outcome', 'outcomes');
  const speed = ms > 0 ? `${Math.round((1_000 * runs) / ms).toLocaleString('en')} a second` : '';
  const all = complete && !running ? (runs === 1 ? ', the only one there is' : ', all that there are') : '';
  return [`${count(runs, 'schedule', 'schedules')}${all}`, speed, outcomes].filter(Boolean).join(', ');
}

/** "474 of 1,000, 47 %; first in run 3" */
export function shareText({ runs, found }: ScheduleGroup, all: number): string {
  const percent = (100 * runs) / Math.max(1, all);
  const rounded = percent > 0 && percent < 1 ? '< 1' : Math.round(percent);
  return `${runs.toLocaleString('en')} of ${all.toLocaleString('en')}, ${rounded} %; first in run ${found.toLocaleString('en')}`;
}

function count(number: number, one: string, many = one): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** The first line of a group's output that another has not, for the list: what tells them apart. */
export function tellingLine(group: ScheduleGroup, other: ScheduleGroup | undefined): string {
  const lines = group.head.split('\n');
  const others = other === undefined || other === group ? [] : other.head.split('\n');
  const at = other === undefined || other === group ? 0 : lines.findIndex((line, index) => line !== others[index]);
  const line = lines[Math.max(0, at)] ?? '';
  // What an exception says stands above it already.
  return line.startsWith('Traceback ') ? '' : line;
}
