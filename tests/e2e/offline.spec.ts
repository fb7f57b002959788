import type { Page } from '@playwright/test';
import { Host } from './support/deployments.ts';
import { frameReaches, leaveSomething, reachOfFrame, reachOfWorker, workerReaches } from './support/escape.ts';
import { expect, Site, firstVisit as base } from './support/site.ts';

const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = await Host.start();
    await use(host);
    host.close();
  },
});

test.use({ serviceWorkers: 'allow' });

/** Opens the page and waits until it is kept, with its compiler. */
async function visit(page: Page, host: Host): Promise<Site> {
  const site = new Site(page);
  await page.goto(host.url);
  await site.is('Ready');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForFunction(async () => {
    const compiler = (await caches.keys()).find((name) => name.startsWith('compiler '));
    return compiler !== undefined && (await (await caches.open(compiler)).keys()).length === 4;
  });
  return site;
}

test('the second visit needs no network: an edited program is compiled and runs', async ({ page, host }) => {
  const site = await visit(page, host);
  host.close();
  await page.context().setOffline(true);
  await page.reload();
  await site.is('Ready');
  await site.toEnd();
  await page.keyboard.insertText('// edited\n');
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('Hello\nWorld\n');
});

test('a later visit takes Clang’s machine code from the browser’s cache', async ({ page, browser, host }) => {
  test.setTimeout(180_000);
  const site = await visit(page, host);
  // The browser keeps the code at a time of its own choice, when Clang has run for a while.
  await expect
    .poll(
      async () => {
        await site.toEnd();
        await page.keyboard.insertText('// edited\n');
        await site.runTo('Finished');
        await browser.startTracing(undefined, { categories: ['disabled-by-default-v8.wasm.detailed'] });
        await page.reload();
        await site.is('Ready');
        return (await browser.stopTracing()).includes('"wasm.Deserialize"');
      },
      { timeout: 150_000 },
    )
    .toBe(true);
});

test('a newer version is offered, and taken when the person says so', async ({ page, host }) => {
  const site = await visit(page, host);
  host.deploy('newer');
  await page.reload();
  await site.is('Ready');
  await expect(page).toHaveTitle('asyncio for C++');
  const other = await page.context().newPage();
  await other.goto(host.url);
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(page.getByText('Close the other tabs of this page first')).toBeVisible();
  await expect(page).toHaveTitle('asyncio for C++');
  await other.close();
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(page).toHaveTitle('newer');
  await site.is('Ready');
  const caches = await page.evaluate(() => window.caches.keys());
  expect(caches.filter((name) => name.startsWith('site '))).toEqual(['site /some/prefix/ newer']);
});

test('offline a program is shut in as well', async ({ page, host }) => {
  const site = await visit(page, host);
  await page.reload();
  await site.runTo('Finished');
  await page.evaluate(leaveSomething);
  const [, frame] = page.frames();
  if (frame === undefined) throw new Error('there is no sandbox');
  expect(await frame.evaluate(reachOfFrame, host.url)).toEqual(frameReaches);
  expect(await frame.evaluate(reachOfWorker, host.url)).toEqual(workerReaches);
});

test('a page in a frame keeps nothing', async ({ page, host }) => {
  const embed = `${host.url}embed.html`;
  await page.route(embed, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><iframe src="./" width="1200" height="800"></iframe>',
    }),
  );
  await page.goto(embed);
  await expect(page.locator('iframe').contentFrame().getByRole('status')).toHaveText('Ready');
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
});
