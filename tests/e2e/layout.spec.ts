import { expect, firstVisit as test } from './support/site.ts';

test.describe('on a narrow page', () => {
  test.use({ viewport: { width: 390, height: 780 } });

  test('one pane shows at a time, and Run goes to the output', async ({ site }) => {
    await site.open();
    await expect(site.output).toBeHidden();
    await site.run.click();
    await expect(site.output).toContainText('Hello');
    await expect(site.editor).toBeHidden();
    await site.page.getByRole('button', { name: 'Timeline', exact: true }).click();
    await expect(site.tasks).toBeVisible();
    await site.is('Finished');
    const width = await site.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});

test.describe('on a touch screen', () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test('a plain text area is the editor', async ({ site }) => {
    await site.open();
    await site.editor.fill('#include <print>\nint main() { std::println("by touch"); }\n');
    await site.run.tap();
    await expect(site.output).toContainText('by touch');
    await site.is('Finished');
  });
});

for (const scheme of ['dark', 'light'] as const) {
  test(`the page follows the system to ${scheme}, and the button away from it`, async ({ site, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await site.open();
    const root = page.locator('html');
    await expect(root).toHaveAttribute('data-theme', scheme);
    const other = scheme === 'dark' ? 'light' : 'dark';
    await page.getByRole('button', { name: scheme === 'dark' ? 'Light theme' : 'Dark theme' }).click();
    await expect(root).toHaveAttribute('data-theme', other);
    await page.reload();
    await expect(root).toHaveAttribute('data-theme', other);
  });
}
