/** The figures of a run, in words, each with whose time it is. */
import { duration } from '../output/outcome.ts';
import { clockWords } from '../run/clocks.ts';
import type { Clock } from '../../../../wasm/api/types.ts';
import type { RunSummary } from '../../protocol/messages.ts';
import { computingFactor, type Timing } from './timing.ts';

export interface Figure {
  /** For tests. */
  key: string;
  name: string;
  value: string;
  about: string;
}

/** How the program came to be. */
export interface Made {
  prebuilt: boolean;
  compileMs: number;
  linkMs: number;
  /** How long the compiler took to load, in this visit. */
  loadMs: number | undefined;
}

export interface Measured {
  clock: Clock;
  wallMs: number;
  clockMs: number;
  summary: RunSummary;
  timing: Pick<Timing, 'peak' | 'longest'>;
  made: Made | undefined;
}

export function figuresOf({ clock, wallMs, clockMs, summary, timing, made }: Measured): Figure[] {
  const factor = computingFactor(clock);
  const { title, time, about } = clockWords[clock];
  return [
    figure('wall', 'Wall time', duration(wallMs), 'Real time, from the program’s begin to its end.'),
    ...(clock === 'real' ? [] : [figure('clock', `${title} time`, `${duration(clockMs)} ${time}`, about)]),
    ...(factor === undefined
      ? [figure('busy', 'Busy', 'not measured', 'Virtual time stands still while a task computes.')]
      : [
          figure('busy', 'Busy', duration(summary.busyMs * factor), 'Real time in which a task ran.'),
          ...longestOf(timing),
        ]),
    figure('iterations', 'Iterations', count(summary.iterations), 'Of the event loop.'),
    figure('tasks', 'Tasks', count(summary.tasks), 'Made in all, the library’s own included.'),
    figure('peak', 'At most', `${count(timing.peak)} at a time`, 'Tasks that lived at the same time.'),
    ...madeFigures(made),
  ];
}

function longestOf({ longest }: Pick<Timing, 'longest'>): Figure[] {
  if (longest === undefined) return [];
  const { ms, line } = longest;
  const value = line > 0 ? `${duration(ms)}, line ${line}` : duration(ms);
  return [figure('longest', 'Longest step', value, 'The longest that a task kept the loop from all others.')];
}

function madeFigures(made: Made | undefined): Figure[] {
  if (made === undefined) return [];
  const { prebuilt, compileMs, linkMs, loadMs } = made;
  return [
    ...(prebuilt
      ? [figure('compile', 'Compiled', 'in advance', 'An example’s module is part of the site.')]
      : [
          figure('compile', 'Compile', duration(compileMs), 'Real time that Clang took.'),
          figure('link', 'Link', duration(linkMs), 'Real time that the linker took.'),
        ]),
    ...(loadMs === undefined
      ? []
      : [figure('load', 'Compiler loaded in', duration(loadMs), 'Once a visit, real time.')]),
  ];
}

function figure(key: string, name: string, value: string, about: string): Figure {
  return { key, name, value, about };
}

function count(value: number): string {
  return value.toLocaleString('en');
}
