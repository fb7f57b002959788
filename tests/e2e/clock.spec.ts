import { asyncProgram, expect, fragmentOf, sameVisit as test } from './support/site.ts';

const hour = asyncProgram('  co_await asyncio::sleep(1h);\n  std::println("an hour later");');

// The page is kept from test to test, and the choice with it.
test.afterEach(async ({ site }) => {
  await site.clock.selectOption('Real');
});

test('with the instant clock an hour costs nothing, and every figure says whose time it is', async ({ site }) => {
  await site.openProgram(hour);
  await site.clock.selectOption('Instant');
  await site.runTo('Finished');
  expect(await site.lines('stdout')).toEqual(['an hour later']);
  expect((await site.lines('info')).at(-1)).toMatch(/ended in 3600\.00 s virtual/);
  await expect(site.timeline.getByText('virtual time', { exact: true })).toBeVisible();
  const first = site.output.locator('[data-kind=stdout] .time');
  await expect(first).toHaveText('3600.00 s');
});

test('in slow motion a sleep takes ten times as long', async ({ site }) => {
  await site.openProgram(asyncProgram('  co_await asyncio::sleep(50ms);'));
  await site.clock.selectOption('Slow');
  await site.runTo('Finished');
  const said = (await site.lines('info')).at(-1) ?? '';
  const [, real = '', own = ''] = /ran ([\d.]+) m?s, ended in ([\d.]+) ms slow \(1:10\)/.exec(said) ?? [];
  expect(Number(own), said).toBeGreaterThanOrEqual(50);
  expect(Number(real), said).toBeGreaterThan(0);
  await expect(site.timeline.getByText('slow (1:10) time', { exact: true })).toBeVisible();
});

test('the choice is kept, and goes into the link', async ({ site }) => {
  await site.openProgram(hour);
  await site.clock.selectOption('Slow');
  await site.page.reload();
  await expect(site.clock).toHaveValue('slow');
  await site.share.click();
  const link = site.page.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/&clock=slow$/);
  await site.page.getByRole('button', { name: 'Close' }).click();
});

test('a link chooses the clock, and another choice takes it out of the address', async ({ site }) => {
  await site.open(`${fragmentOf(hour)}&clock=instant`);
  await expect(site.clock).toHaveValue('virtual');
  await site.clock.selectOption('Real');
  expect(new URL(site.page.url()).hash).toBe('');
});
