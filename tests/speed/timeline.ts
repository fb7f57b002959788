/**
 * How fast the page is with ten thousand tasks and a million events: how many frames a second while they come, from a recording and
 * from a program that runs, and after. The site must be built. By hand: `npx tsx tests/speed/timeline.ts`; the figures are in
 * docs/performance.md.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { chromiumFlags } from '../../tools/toolchain/chromium.mjs';
import { findChromium } from '../e2e/support/chromium.ts';
import { asyncProgram, fragmentOf, Site } from '../e2e/support/site.ts';
import { Servers } from '../hostile/support/servers.ts';
import { syntheticLog } from './synthetic.ts';

const tasks = 10_000;
const events = 1_000_000;
/** Makes as many: a turn is an iteration's share, a begin, a wait, an end and a wake-up. */
const program = asyncProgram(
  `  std::vector<asyncio::Task<void>> tasks;
  for (int i = 0; i < ${tasks}; ++i) tasks.push_back(asyncio::create_task(worker()));
  co_await asyncio::gather(tasks);
  std::println("all");`,
  '#include <vector>\nasyncio::Coro<void> worker() { for (int i = 0; i < 24; ++i) co_await asyncio::sleep(1ms); }\n',
);

interface Frames {
  seconds: number;
  perSecond: number;
  longestMs: number;
  /** Of the page's thread, in percent of the time. */
  busy: number;
}

/** Counts the page's frames until it is told to stop. */
class Gauge {
  readonly #page: Page;
  readonly #session: CDPSession;
  #busyBefore = 0;

  constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  async start(): Promise<void> {
    this.#busyBefore = await this.#busy();
    await this.#page.evaluate(() => {
      const state = { begin: performance.now(), last: performance.now(), frames: 0, longestMs: 0, on: true };
      Object.assign(window, { gauge: state });
      const frame = (): void => {
        const now = performance.now();
        state.frames += 1;
        state.longestMs = Math.max(state.longestMs, now - state.last);
        state.last = now;
        if (state.on) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  }

  async stop(): Promise<Frames> {
    const { ms, frames, longestMs } = await this.#page.evaluate(() => {
      const state = (window as unknown as { gauge: { begin: number; frames: number; longestMs: number; on: boolean } })
        .gauge;
      state.on = false;
      return { ms: performance.now() - state.begin, frames: state.frames, longestMs: state.longestMs };
    });
    const busyMs = (await this.#busy()) - this.#busyBefore;
    return { seconds: ms / 1_000, perSecond: (frames * 1_000) / ms, longestMs, busy: (busyMs * 100) / ms };
  }

  async #busy(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  }
}

function say(what: string, { seconds, perSecond, longestMs, busy }: Frames): void {
  const figures = [
    `${perSecond.toFixed(0)} frames/s`,
    `longest ${longestMs.toFixed(0)} ms`,
    `thread busy ${busy.toFixed(0)} %`,
    `over ${seconds.toFixed(1)} s`,
  ];
  console.log(`${what}: ${figures.join(', ')}`);
}

/** Zooms in, pans to and fro, zooms out and scrolls, as a person with a wheel would. */
async function moveAbout(site: Site, page: Page): Promise<void> {
  const box = await site.tasks.boundingBox();
  if (box === null) throw new Error('no lanes are in sight');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let i = 0; i < 40; i++) {
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, i % 20 < 10 ? -100 : 100);
    await page.keyboard.up('Control');
    await page.mouse.wheel(40, 0);
    await page.mouse.wheel(0, 260);
  }
}

const servers = await Servers.start();
process.env['SITE_URL'] = servers.siteUrl;
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
// What tsx puts into functions that are sent to the page.
await context.addInitScript('globalThis.__name = (named) => named;');
const page = await context.newPage();
const session = await context.newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
const site = new Site(page);
await site.open();
await site.is('Ready', 90_000);
const gauge = new Gauge(page, session);

await gauge.start();
await page.waitForTimeout(2_000);
say('nothing to do', await gauge.stop());

const log = syntheticLog(tasks, events);
const file = join(mkdtempSync(join(tmpdir(), 'speed-')), 'synthetic.asynclog');
writeFileSync(file, log);
await gauge.start();
await page.getByLabel('Recording').setInputFiles(file);
await site.output.getByText('does not hold what the program wrote').waitFor({ timeout: 120_000 });
say(`a recording of ${(log.length / 1e6).toFixed(0)} MB while it is opened`, await gauge.stop());

await gauge.start();
await moveAbout(site, page);
say('moved about in it', await gauge.stop());

await gauge.start();
for (let i = 0; i < 30; i++) await site.instant.press(i % 2 === 0 ? 'PageDown' : 'ArrowLeft');
say('thirty instants of it', await gauge.stop());

await page.evaluate((hash) => void (location.hash = hash), fragmentOf(program));
await page.waitForTimeout(3_000);
await site.run.click();
await site.is('Running', 60_000);
await gauge.start();
await moveAbout(site, page);
say('a program that makes as many, moved about in while it runs', await gauge.stop());
await gauge.start();
await site.is('Finished', 120_000);
say('the rest of its run', await gauge.stop());
console.log('events:', await site.instant.getAttribute('max'));

await browser.close();
await servers.close();
process.exit(0);
