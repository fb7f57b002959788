import { asyncProgram, expect, test, type Site } from './support/site.ts';

const writers = (second: string): string =>
  asyncProgram(
    '  co_await asyncio::gather(writes("one"), writes("two"));\n',
    `
asyncio::Coro<void> writes(std::string text) {
  std::println("{} begins", text);
  co_await asyncio::sleep(${second});
  std::println("{} ends", text);
}
`,
  );

const compare = (site: Site) => site.page.getByRole('region', { name: 'Compare' });

test('two runs, before and after an edit, on one axis', async ({ site, page }) => {
  await site.openProgram(writers('20ms'));
  await site.clock.selectOption('Instant');
  await site.runTo('Finished');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(compare(site)).toContainText('Run the program twice');
  await site.runTo('Finished');
  await expect(page.getByTestId('parting')).toHaveText('The tasks of both runs do the same, in the same order.');
  await expect(compare(site)).toContainText('Both wrote the same.');

  await site.replaceText(writers('text == "one" ? 30ms : 10ms'));
  await site.runTo('Finished');
  await expect(compare(site)).toContainText('A, the run before: Instant clock, another text');
  await expect(page.getByTestId('parting')).toHaveText(
    /^The same for \d+ steps\. Then A: Task-\d+ \(writes\) runs at 20 ms, line 10\. B: Task-\d+ \(writes\) runs at 10 ms, line 10\./,
  );
  for (const name of ['Run A', 'Run B']) await expect(compare(site).getByRole('group', { name })).toBeVisible();
  const rows = compare(site).getByRole('table', { name: 'Differing output' }).getByRole('row');
  await expect(rows.filter({ hasText: 'ends' })).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Go to line 10' }).click();
  await page.getByRole('button', { name: 'Close comparison' }).click();
  await expect(site.timeline).toBeVisible();
});

test('A can be kept', async ({ site, page }) => {
  await site.openProgram(writers('20ms'));
  await site.clock.selectOption('Instant');
  await site.runTo('Finished');
  await site.clock.selectOption('Real');
  await site.runTo('Finished');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'Keep A' }).click();
  await site.runTo('Finished');
  await expect(compare(site)).toContainText('A, kept: Instant clock');
  await expect(compare(site)).toContainText('B, the latest run: Real clock');
});
