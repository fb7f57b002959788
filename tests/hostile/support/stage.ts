/**
 * The page on which one hostile program after the other is run, as a reader would: opened by a link, run, stopped. It is
 * loaded once for many programs, so that what one leaves behind meets the next.
 */
import { test as base, type Page } from '@playwright/test';
import { Site } from '../../e2e/support/site.ts';
import { installGauges, type Readings } from './gauges.ts';
import { readersCookie, privateWords, Servers, type Asked } from './servers.ts';

export interface Stage {
  page: Page;
  site: Site;
  servers: Servers;
  /** What the page itself complained of, and requests that left it for elsewhere, since the last call. */
  takeFaults(): string[];
  takeReadings(): Promise<Readings>;
}

/** What the browser itself says on the console, of an answer of 404 and of a redirection that it did not follow. */
const ofTheBrowser = /^(Failed to load resource|Unsafe attempt to load URL|Access to fetch at)/;

function watch(page: Page, servers: Servers): string[] {
  const faults: string[] = [];
  const own = new URL(servers.siteUrl).host;
  page.on('pageerror', (error) => faults.push(`uncaught in the page: ${error.message}`));
  page.on('crash', () => faults.push('the page crashed'));
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => faults.push(`a window: ${popup.url()}`));
  page.on('download', (download) => faults.push(`a download: ${download.url()}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !ofTheBrowser.test(message.text()))
      faults.push(`on the console: ${message.text()}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && !frame.url().startsWith(servers.siteUrl)) faults.push(`gone to ${frame.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    // Of the other server the browser tells even where it refused to send: what was sent that server knows itself.
    if (protocol !== 'data:' && protocol !== 'blob:' && host !== own && host !== servers.thief)
      faults.push(`request to ${request.url()}`);
  });
  return faults;
}

/** Faults on the servers' side. Programs of the kind `net` may ask the site for what it has not, but never in the reader's name. */
export function faultsOfServers(servers: Servers, mayAsk: boolean): string[] {
  const { asked, robbed } = servers.taken();
  const strays = asked.filter((request) => !isIcon(request.url) && !isRight(request, mayAsk));
  return [
    ...robbed.map((what) => `the other server was reached: ${what}`),
    ...strays.map(
      ({ url, cookie }) => `the site was asked for ${url}${cookie === undefined ? '' : ` with "${cookie}"`}`,
    ),
  ];
}

function isRight({ own, cookie }: Asked, mayAsk: boolean): boolean {
  const harmless = cookie === undefined || cookie === `${readersCookie.name}=${readersCookie.value}`;
  if (own) return harmless;
  return mayAsk && cookie === undefined;
}

/** Browsers ask for it unasked. */
function isIcon(url: string): boolean {
  return url === '/favicon.ico';
}

/** What only an escape could have shown: programs begin a line with ESCAPED where they got further than they may. */
export async function signsOfEscape(site: Site): Promise<string[]> {
  const lines = await site.output.locator('.text').allTextContents();
  const title = await site.page.title();
  return [
    ...(lines.some((line) => line.startsWith('ESCAPED')) ? ['the program says that it escaped'] : []),
    ...(lines.some((line) => line.includes(privateWords)) ? ['the private page was read'] : []),
    ...(title.includes('ESCAPED') ? ["a program's text ran as a script"] : []),
  ];
}

export const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({ browser }, use) => {
      const servers = await Servers.start();
      process.env.SITE_URL = servers.siteUrl;
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      await context.addCookies([{ ...readersCookie, url: new URL(servers.siteUrl).origin, httpOnly: true }]);
      await context.addInitScript(installGauges);
      const page = await context.newPage();
      const faults = watch(page, servers);
      const site = new Site(page);
      await site.open();
      await site.is('Ready', 90_000);
      servers.taken();
      await use({
        page,
        site,
        servers,
        takeFaults: () => faults.splice(0),
        takeReadings: () => page.evaluate(() => window.takeReadings()),
      });
      await servers.close();
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
