/** The page within another page. */
import type { FrameLocator, Page } from '@playwright/test';
import { expect, fragmentOf, test, type Site } from './support/site.ts';

const greeting = '#include <cstdio>\nint main() { std::puts("embedded"); }\n';

/** A page of another's with the site in a frame. */
async function embed(site: Site, address: string): Promise<{ page: Page; frame: FrameLocator }> {
  const { page } = site;
  await page.route('**/blog.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<h1>A blog</h1><iframe src="${site.url}${address}" width="700" height="400" title="playground"></iframe>`,
    }),
  );
  await page.goto(new URL('/blog.html', site.url).href);
  return { page, frame: page.frameLocator('iframe[title=playground]') };
}

test('an example runs in a frame of 700 × 400, and the compiler is not loaded for it', async ({ site }) => {
  const loaded: string[] = [];
  site.page.on('request', (request) => loaded.push(request.url()));
  const { page, frame } = await embed(site, '?embed&theme=dark#example=hello');
  await expect(frame.getByRole('textbox', { name: 'Editor' })).toBeVisible();
  await frame.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(frame.getByRole('log', { name: 'Output' })).toContainText('Hello');
  await expect(frame.getByRole('status').first()).toHaveText('Finished');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(loaded.filter((url) => url.includes('/compiler/') && !url.endsWith('.json'))).toEqual([]);
  const link = frame.getByRole('link', { name: 'Open in the playground' });
  await expect(link).toHaveAttribute('href', /\/#example=hello$/);
  await expect(link).toHaveAttribute('target', '_blank');
  // All of it can be seen.
  const overflow = await page
    .frames()
    .find((each) => each.url().includes('?embed'))
    ?.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.screenshot({ path: 'test-results/embed-dark.png' });
});

test('an edited text is compiled at Run, and the link follows it', async ({ site }) => {
  const { frame } = await embed(site, `?embed&theme=light${fragmentOf(greeting)}`);
  const editor = frame.getByRole('textbox', { name: 'Editor' });
  await expect(editor).toBeVisible();
  await editor.focus();
  await site.page.keyboard.press('Control+End');
  await site.page.keyboard.type('// edited');
  await frame.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(frame.getByRole('log', { name: 'Output' })).toContainText('embedded', { timeout: 60_000 });
  const href = await frame.getByRole('link', { name: 'Open in the playground' }).getAttribute('href');
  await site.page.goto(href ?? '');
  await expect(site.page.locator('.view-lines')).toContainText('// edited');
});

test('the panes are the host page’s choice', async ({ site }) => {
  const { frame } = await embed(site, '?embed&panes=output#example=hello');
  await expect(frame.getByRole('log', { name: 'Output' })).toBeVisible();
  await expect(frame.getByRole('textbox', { name: 'Editor' })).toHaveCount(0);
  await frame.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(frame.getByRole('log', { name: 'Output' })).toContainText('Hello');
});
