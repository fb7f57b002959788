import { type Locator } from '@playwright/test';
import { courseFile, expect, exampleFile, test, type Site } from './support/site.ts';

/** The interpreter is large and compiled anew. */
const startTimeout = 90_000;

const output = (site: Site): Locator => site.page.getByRole('region', { name: 'Python output' });
const runBoth = (site: Site): Locator => site.page.getByRole('button', { name: 'Run both', exact: true });

test('both run, and the page says that they print the same', async ({ site }) => {
  await site.open('#example=task_results');
  await expect(output(site)).toBeHidden();
  await runBoth(site).click();
  await expect(output(site)).toContainText('Both print the same: 4 lines.', { timeout: startTimeout });
  expect(await output(site).locator('pre').first().innerText()).toBe(courseFile('task_results.expected'));
  expect(await site.stdout()).toBe(courseFile('task_results.expected'));
  await site.openExample('hello');
  await expect(output(site)).toBeHidden();
});

test('Python is edited, differs, fails and is stopped', async ({ site }) => {
  test.slow();
  await site.open('#example=gather');
  await site.page.getByRole('button', { name: 'Python', exact: true }).click();
  const original = site.page.getByRole('region', { name: 'Python original' });
  await original.getByRole('button', { name: 'Edit', exact: true }).click();
  const text = original.getByRole('textbox', { name: 'Python' });
  await text.fill(exampleFile('gather.py').replace('Task 2 completed', 'Task 2 ended'));
  await runBoth(site).click();
  await expect(output(site)).toContainText('They differ from line 1 on', { timeout: startTimeout });
  await text.fill('import asyncio\nasync def main():\n    raise ValueError("no")\nasyncio.run(main())\n');
  await runBoth(site).click();
  await expect(output(site)).toContainText('ValueError: no');
  await expect(output(site)).toContainText('File "main.py", line 3, in main');
  await text.fill('while True: pass');
  await runBoth(site).click();
  await expect(output(site)).toContainText('Running …');
  await site.stop.click();
  await expect(output(site)).toContainText('Stopped.');
  await original.getByRole('button', { name: 'Undo edits' }).click();
  await expect(text).toHaveValue(exampleFile('gather.py'));
});

test('Python reaches nothing of the page and of the network', async ({ site }) => {
  await site.open('#example=hello');
  await site.page.getByRole('button', { name: 'Python', exact: true }).click();
  const original = site.page.getByRole('region', { name: 'Python original' });
  await original.getByRole('button', { name: 'Edit', exact: true }).click();
  await original.getByRole('textbox', { name: 'Python' }).fill(`import js
for name in ("fetch", "XMLHttpRequest", "WebSocket", "indexedDB", "caches", "importScripts", "Worker", "localStorage"):
    print(name, hasattr(js, name) and getattr(js, name) is not None)
print(js.location.origin)
`);
  await runBoth(site).click();
  await expect(output(site)).toContainText('They differ', { timeout: startTimeout });
  const printed = await output(site).locator('pre').first().innerText();
  expect(printed).not.toContain('True');
  expect(printed).toContain('null');
});
