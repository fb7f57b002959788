/**
 * How long a visitor waits in each browser, by hand: `npx tsx tests/browsers/measure.ts [BROWSER...]`. Each compile is of a text
 * that the compiler has not seen.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { runMain } from '../../tools/toolchain/run.mjs';
import serve from '../e2e/support/serve.ts';
import { startChromium } from './drivers/chromium.ts';
import type { Driver } from './drivers/driver.ts';
import { startFirefox } from './drivers/firefox.ts';
import { startWebKit } from './drivers/webkit.ts';
import { Page } from './support/page.ts';

const browsers = new Map([
  ['chromium', startChromium],
  ['firefox', startFirefox],
  ['webkit', startWebKit],
]);
const runs = 9;
const program = readFileSync(new URL('programs/retries.cpp', import.meta.url), 'utf8');

async function measure(name: string, start: () => Promise<Driver>): Promise<void> {
  const driver = await start();
  try {
    const page = new Page(driver, process.env.SITE_URL ?? '');
    await page.open();
    await page.is('Ready');
    const readyMs = await page.evaluate(() => performance.now());
    const firsts: number[] = [];
    const compiles: number[] = [];
    for (let run = 0; run < runs; run++) firsts.push(await firstOutput(page));
    for (let run = 0; run < runs; run++) compiles.push(await compile(page, run));
    report(name, 'compiler ready', [readyMs]);
    report(name, 'click → first output of an example', firsts);
    report(name, 'compile and link of retries.cpp', compiles);
  } finally {
    await driver.close();
  }
}

/** From the click, by the clock of its event, to the first line in the output. */
async function firstOutput(page: Page): Promise<number> {
  await page.evaluate(() => {
    addEventListener('click', ({ timeStamp }) => (window.clickedAt = timeStamp), { capture: true, once: true });
    new MutationObserver((_, observer) => {
      if (document.querySelector('[role=log] [data-kind=stdout]') === null) return;
      window.shownAt = performance.now();
      observer.disconnect();
    }).observe(document.querySelector('[role=log]') ?? document, { childList: true, subtree: true });
  });
  await page.runTo('Finished');
  const ms = await page.evaluate(() => window.shownAt - window.clickedAt);
  await page.openExample('gather');
  await page.openExample('hello');
  return ms;
}

/** As the page tells it below the output. */
async function compile(page: Page, run: number): Promise<number> {
  await page.openProgram(`// Run ${run}.\n${program}`);
  await page.runTo('Finished');
  const told = await page.evaluate(() => document.querySelector('[role=log] [data-kind=info]')?.textContent ?? '');
  const [compiled, linked] = [...told.matchAll(/ed in ([\d.]+) (m?s)/g)].map(
    ([, amount, unit]) => Number(amount) * (unit === 's' ? 1000 : 1),
  );
  return (compiled ?? NaN) + (linked ?? NaN);
}

function report(name: string, what: string, ms: readonly number[]): void {
  const sorted = [...ms].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? NaN;
  const all = ms.map((value) => value.toFixed(0)).join(' ');
  process.stdout.write(`${name.padEnd(10)}${what.padEnd(38)}${median.toFixed(0).padStart(7)} ms   in turn: ${all}\n`);
}

declare global {
  interface Window {
    clickedAt: number;
    shownAt: number;
  }
}

await runMain(async () => {
  const chosen = process.argv.slice(2);
  const stopServing = await serve();
  for (const [name, start] of browsers) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    process.stdout.write(`load ${loadavg()[0]?.toFixed(1)}\n`);
    await measure(name, start);
  }
  await stopServing();
});
