import { readFileSync } from 'node:fs';
import { expect, sameVisit as test } from './support/site.ts';

test('a run’s figures name the clock, the longest step and how the program was made', async ({ site }) => {
  await site.open();
  await site.runTo('Finished');
  const figure = (key: string) => site.timeline.locator(`[data-summary=${key}]`);
  await expect(figure('wall')).toHaveText(/^\d+\.\d\d s$/);
  await expect(figure('longest')).toHaveText(/ ms/);
  await expect(figure('peak')).toHaveText('1 at a time');
  await expect(figure('compile')).toHaveText('in advance');
  await expect(figure('clock')).toHaveCount(0);
});

test('the trace can be taken along', async ({ site }) => {
  await site.open();
  await site.runTo('Finished');
  const coming = site.page.waitForEvent('download');
  await site.timeline.getByRole('button', { name: 'Export trace' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('asyncio-trace.json');
  const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as { traceEvents: { name: string }[] };
  expect(file.traceEvents.map(({ name }) => name)).toContain('sleep');
});
