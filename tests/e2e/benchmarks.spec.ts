import type { Locator, Page } from '@playwright/test';
import { expect, firstVisit as test, type Site } from './support/site.ts';

/** As little as possible: these tests look at what is shown, never at how fast something is. */
const quick = '?turns=1&ms=1&only=await_finished|lock_free';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const run = (page: Page): Locator => page.getByRole('button', { name: /^Run/ });
const status = (page: Page): Locator => page.getByRole('status');
const rows = (page: Page, table: string): Locator => page.getByRole('table', { name: table }).locator('tbody tr');

async function open(site: Site, rest = quick): Promise<void> {
  await site.page.goto(`${site.url}benchmarks.html${rest}`);
}

test('the header leads there and back', async ({ site, page }) => {
  await site.open();
  await page.getByRole('link', { name: 'Benchmarks' }).click();
  await expect(page.getByRole('heading', { name: 'Benchmarks' })).toBeVisible();
  await page.getByRole('link', { name: 'Playground' }).click();
  await expect(site.editor).toBeVisible();
});

test('both languages answer every question, in a table and a plot', async ({ site, page }) => {
  await open(site);
  await expect(page.getByText('Run the benchmarks to see')).toBeVisible();
  await run(page).click();
  await expect(status(page)).toHaveText('Finished: 2 questions answered.');
  await expect(rows(page, 'Results')).toHaveCount(2);
  for (const question of ['Await a ready coroutine', 'Take a free lock']) {
    const row = page.getByRole('row', { name: question });
    await expect(row.getByRole('cell')).toHaveText([/^[\d.]+ .s$/, /^[\d.]+ .s$/, /faster|slower|as fast/]);
  }
  await expect(page.getByRole('img', { name: /^Plot/ }).locator('circle')).toHaveCount(2);
  await expect(page.getByText(/^Chromium \d+ on Linux/)).toContainText(/steps of [\d.]+ ms/);
});

test('what JavaScript’s stack cannot hold is said', async ({ site, page }) => {
  await open(site, '?turns=1&ms=1&only=await_chain/100000$');
  await run(page).click();
  await expect(page.getByRole('row', { name: /100,000 levels/ })).toContainText('stack overflow');
});

test('a link shows the results of its sender beside one’s own', async ({ site, page, context }) => {
  await open(site);
  const copy = page.getByRole('button', { name: 'Copy link' });
  await expect(copy).toBeDisabled();
  await run(page).click();
  await expect(status(page)).toContainText('Finished');
  await copy.click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/benchmarks\.html#v1\/[\w-]+$/);
  const cells = await rows(page, 'Results').allInnerTexts();

  const other = await context.newPage();
  await other.goto(link.replace('#', `${quick}#`));
  await expect(other.getByText('from a link')).toBeVisible();
  expect(await rows(other, 'Shared results').allInnerTexts()).toEqual(cells);
  await expect(rows(other, 'This browser')).toHaveCount(0);
  await run(other).click();
  await expect(rows(other, 'This browser')).toHaveCount(2);
});

test('Stop ends it at once, and the keyboard reaches all', async ({ site, page }) => {
  await open(site, '?turns=1000&ms=1000');
  await run(page).focus();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Turn 1 of 1000');
  await expect(page.getByRole('progressbar', { name: 'Benchmarks' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).focus();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Stopped');
  await expect(run(page)).toBeEnabled();
});

test('benchmarks that cannot be loaded, and a link that cannot be read, are told of', async ({ site, page }) => {
  await page.route('**/benchmarks/*.wasm', (route) => route.fulfill({ status: 500 }));
  await open(site, `${quick}#v1/AAAA`);
  await expect(page.getByRole('alert')).toContainText('This link is damaged');
  await run(page).click();
  await expect(page.getByRole('alert').first()).toContainText('500');
  await page.unroute('**/benchmarks/*.wasm');
  await run(page).click();
  await expect(status(page)).toContainText('Finished');
});

test.describe('on a narrow page', () => {
  test.use({ viewport: { width: 390, height: 780 } });

  test('everything fits its width', async ({ site, page }) => {
    await open(site);
    await run(page).click();
    await expect(status(page)).toContainText('Finished');
    await page.getByRole('button', { name: 'Copy link' }).click();
    const popover = await page.getByRole('dialog').boundingBox();
    expect(popover?.x).toBeGreaterThanOrEqual(0);
    expect((popover?.x ?? 0) + (popover?.width ?? 0)).toBeLessThanOrEqual(390);
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
