/** The reference beside the page: on a phone, in the dark, and from a program of it to the playground. */
import { readFileSync } from 'node:fs';
import { expect, firstVisit as test } from './support/site.ts';

const documents = ['index', 'servers', 'performance', 'architecture', 'api-coverage', 'classasyncio_1_1EventLoop'];

test('no page of the reference is wider than a phone', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const name of documents) {
    await page.goto(`${site.url}docs/${name}.html`);
    await expect(page.locator('.title').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(360);
  }
});

test('the reference is dark for those who like it so', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${site.url}docs/index.html`);
  const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const lightness = async (): Promise<number> => Number(/\d+/.exec(await background())?.[0]);
  expect(await lightness()).toBeLessThan(64);
  await page.locator('doxygen-awesome-dark-mode-toggle').click();
  expect(await lightness()).toBeGreaterThan(191);
});

test('a program of the guide opens in the playground', async ({ page, site }) => {
  await page.goto(`${site.url}docs/index.html`);
  await page.getByRole('link', { name: 'Open in the playground' }).first().click();
  await expect(site.editor).toBeVisible();
  await site.runTo('Finished');
  const expected = readFileSync(new URL('../../docs/examples/hello.expected', import.meta.url), 'utf8');
  expect(await site.stdout()).toBe(expected);
});
