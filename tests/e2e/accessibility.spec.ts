/** axe finds nothing serious in any state of the page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from '@playwright/test';
import { asyncProgram, expect, fragmentOf, test } from './support/site.ts';

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(script);
  const violations = await page.evaluate(async () => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    // Monaco's insides are Monaco's.
    const context = { exclude: [['.monaco-editor']] };
    const options = {
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      // An example's title is its name; the line below is its description, and no part of the name.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    };
    return (await run(context, options)).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`));
}

const reader = '#include <iostream>\n#include <string>\nint main() { std::string s; std::getline(std::cin, s); }\n';

for (const scheme of ['dark', 'light'] as const) {
  test.describe(scheme, () => {
    test.beforeEach(({ page }) => page.emulateMedia({ colorScheme: scheme }));

    test('idle, finished, with its dialogs', async ({ site, page }) => {
      await site.open();
      expect.soft(await serious(page), 'idle').toEqual([]);
      await site.runTo('Finished');
      expect.soft(await serious(page), 'finished').toEqual([]);
      await page.getByRole('button', { name: 'History' }).click();
      expect.soft(await serious(page), 'history').toEqual([]);
      await page.keyboard.press('Escape');
      await site.share.click();
      await page.getByRole('button', { name: 'Embed', exact: true }).click();
      expect.soft(await serious(page), 'share').toEqual([]);
      await page.screenshot({ path: `test-results/share-${scheme}.png` });
    });

    test('an error, a task, and input', async ({ site, page }) => {
      await site.openProgram(
        asyncProgram('  co_await asyncio::sleep(1ms);\n  throw std::runtime_error("\\x1b[33mno");'),
      );
      await site.runTo('Failed');
      await site.tasks.getByRole('option').first().click();
      expect.soft(await serious(page), 'failed').toEqual([]);
      await site.openProgram('int main() { return nothing; }');
      await site.runTo('Failed');
      expect.soft(await serious(page), 'does not compile').toEqual([]);
      await site.openProgram(reader);
      await page.getByRole('button', { name: 'Input', exact: true }).click();
      expect.soft(await serious(page), 'input').toEqual([]);
      await page.screenshot({ path: `test-results/input-${scheme}.png` });
    });

    test('narrow, and embedded', async ({ site, page }) => {
      await page.goto(`${site.url}?embed#example=hello`);
      await page.setViewportSize({ width: 700, height: 400 });
      await expect(site.editor).toBeVisible();
      await site.run.click();
      await site.is('Finished');
      expect.soft(await serious(page), 'embedded').toEqual([]);
      await page.screenshot({ path: `test-results/embedded-${scheme}.png` });
      await page.setViewportSize({ width: 390, height: 780 });
      await page.goto(`${site.url}${fragmentOf(reader)}`);
      await expect(site.editor).toBeVisible();
      expect.soft(await serious(page), 'narrow').toEqual([]);
      await page.screenshot({ path: `test-results/narrow-${scheme}.png` });
      for (const name of ['Output', 'Problems', 'Timeline']) {
        await page.getByRole('button', { name, exact: true }).click();
        expect.soft(await serious(page), `narrow, ${name}`).toEqual([]);
      }
      await page.setViewportSize({ width: 1400, height: 900 });
    });
  });
}
