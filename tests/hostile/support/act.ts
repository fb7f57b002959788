/** Runs one hostile program on the stage and holds its end against what its first line says. */
import { expect, type Locator } from '@playwright/test';
import { fragmentOf, type Site } from '../../e2e/support/site.ts';
import type { Ending, Outcome } from './expectation.ts';
import { thief, type Program } from './programs.ts';
import { faultsOfServers, signsOfEscape, type Stage } from './stage.ts';

/** How long a program that does not end by itself is left to do its worst before Stop is clicked. */
const worstRunMs = 1_500;
/** Far more than a page that answers needs, on any machine: who has to wait so long knows that it hangs. */
export const mostGapMs = 5_000;
export const mostStopMs = 5_000;

/** How long the page did not answer, and how long Stop took. */
export interface Figures {
  longestGapMs: number;
  stopMs: number | undefined;
  ending: string;
  /** What the page said, for whoever reads the report. */
  said: string;
}

export async function perform(stage: Stage, program: Program): Promise<Figures> {
  await openByLink(stage.site, program.source.replaceAll(thief, stage.servers.thief));
  const figures = await performShown(stage, program);
  if (program.kind !== 'net') return figures;
  // Once more, now that the reader has granted what a program may have at most.
  const grant = stage.page.getByRole('region', { name: 'Network' }).getByRole('checkbox');
  if ((await grant.count()) === 0) return figures;
  await grant.check();
  return performShown(stage, program);
}

/** Runs what the editor shows. */
async function performShown(stage: Stage, program: Program): Promise<Figures> {
  const { site } = stage;
  const { outcomes, withinMs } = program.expectation;
  await stage.takeReadings();
  const stopAt = await centreOf(site.stop);
  await site.run.click();
  const ended = await endOf(
    site,
    outcomes.some(({ ending }) => ending === 'stopped') ? worstRunMs : undefined,
    withinMs,
  );
  if (!ended) {
    await stage.page.mouse.click(stopAt.x, stopAt.y);
    await site.is('Stopped', withinMs);
    // Its figure comes with the next frame.
    await stage.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const readings = await stage.takeReadings();
  const shown = await shownBy(site);
  // All that is wrong is told: a program that ends otherwise may also have got away with something.
  expect.soft(await faultsOf(stage, program)).toEqual([]);
  expect(fits(shown, ended, outcomes), `${program.name} ended otherwise:\n${describe(shown)}`).toBe(true);
  return { ...readings, ending: shown.status, said: everything(shown).slice(0, 500) };
}

/** A program with a task that waits: it shows that output, loop and timers are whole. */
const nextProgram = (title: string): string => `// ${title}
#include <asyncio/asyncio.hpp>
#include <cstdio>
using namespace std::chrono_literals;
asyncio::Coro<void> say() { std::puts("Hello"); co_await asyncio::sleep(1ms); std::puts("World"); }
int main() { asyncio::run(say()); }
`;
let compiles = 0;

/**
 * After whatever came before the page is whole, and the next program is right.
 * @param compiled whether it is to be compiled, and not kept from an earlier time
 * @returns how long the page did not answer meanwhile
 */
export async function theNextRunIsRight(stage: Stage, compiled: boolean): Promise<number> {
  const { site } = stage;
  await openByLink(site, nextProgram(compiled ? `The next one, number ${++compiles}.` : 'The next one.'));
  await stage.takeReadings();
  // The compiler may have to be loaded again first.
  await site.runTo('Finished', 40_000);
  expect(await site.stdout()).toBe('Hello\nWorld\n');
  expect(await site.lines('error')).toEqual([]);
  expect(await site.lines('stderr')).toEqual([]);
  return (await stage.takeReadings()).longestGapMs;
}

/** @param source begins with a line that the program shown before it does not begin with */
export async function openByLink(site: Site, source: string): Promise<void> {
  await site.page.evaluate((hash) => void (location.hash = hash), fragmentOf(source));
  const [firstLine = ''] = source.split('\n');
  await expect(site.page.locator('.view-lines')).toContainText(firstLine.slice(0, 40), { timeout: 10_000 });
}

async function centreOf(button: Locator): Promise<{ x: number; y: number }> {
  const box = await button.boundingBox();
  if (box === null) throw new Error('there is no Stop');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * Waits for the program's own end.
 * @param worstMs how long it may run before that is given up, for a program that need not end
 * @returns whether it has ended
 */
async function endOf(site: Site, worstMs: number | undefined, withinMs: number): Promise<boolean> {
  const end = /^(Finished|Failed|Stopped)$/;
  if (worstMs === undefined) {
    await expect(site.status).toHaveText(end, { timeout: withinMs });
    return true;
  }
  await expect(site.status).toHaveText(/^(Running|Finished|Failed|Stopped)$/, { timeout: withinMs });
  await site.page.waitForTimeout(worstMs);
  return end.test((await site.status.textContent()) ?? '');
}

interface Shown {
  status: string;
  output: string;
  problems: string;
  notices: string;
  /** Lines that the program printed. */
  printed: number;
}

async function shownBy(site: Site): Promise<Shown> {
  return {
    status: (await site.status.textContent()) ?? '',
    output: (await site.output.textContent()) ?? '',
    problems: (await site.problems.textContent()) ?? '',
    notices: (await site.page.locator('.notices').textContent()) ?? '',
    printed: await site.output.locator('[data-kind=stdout], [data-kind=stderr]').count(),
  };
}

/** Which statuses go with an ending. */
const statuses: Record<Ending, readonly string[]> = {
  refused: ['Failed'],
  'compile-error': ['Failed'],
  failed: ['Failed'],
  finished: ['Finished'],
  ended: ['Finished', 'Failed'],
  stopped: ['Stopped'],
};

function fits(shown: Shown, byItself: boolean, outcomes: readonly Outcome[]): boolean {
  return outcomes.some((outcome) => fitsOne(shown, byItself, outcome));
}

function fitsOne(shown: Shown, byItself: boolean, { ending, text }: Outcome): boolean {
  if (!statuses[ending].includes(shown.status) || byItself === (ending === 'stopped')) return false;
  const uncompiled = shown.output.includes('does not compile');
  switch (ending) {
    case 'refused':
      return shown.printed === 0 && /refused/i.test(shown.output) && shown.output.includes(text);
    case 'compile-error':
      return !shown.output.includes('Exit code') && everything(shown).includes(text);
    case 'failed':
    case 'finished':
    case 'ended':
    case 'stopped':
      return !uncompiled && shown.output.includes(text);
  }
}

function everything({ output, problems, notices }: Shown): string {
  return `${output}\n${problems}\n${notices}`;
}

function describe(shown: Shown): string {
  return Object.entries(shown)
    .map(([what, value]) => `${what}: ${String(value).slice(0, 1000)}`)
    .join('\n');
}

async function faultsOf(stage: Stage, { kind }: Program): Promise<string[]> {
  return [
    ...stage.takeFaults(),
    ...faultsOfServers(stage.servers, kind === 'net'),
    ...(await signsOfEscape(stage.site)),
  ];
}
