import { asyncProgram, exampleFile, expect, sameVisit as test } from './support/site.ts';

const workers = `
asyncio::Coro<void> worker(int ms) {
  co_await asyncio::sleep(std::chrono::milliseconds(ms));
  std::println("{} ms", ms);
}
asyncio::Coro<void> failing() {
  co_await asyncio::sleep(5ms);
  throw std::runtime_error("no");
}
`;

test('a run has a lane for each task, with name and fate', async ({ site }) => {
  const body = `  auto quick = asyncio::create_task(worker(20), {.name = "quick"});
  auto endless = asyncio::create_task(worker(60'000), {.name = "endless"});
  auto broken = asyncio::create_task(failing(), {.name = "broken"});
  co_await quick;
  endless.cancel();
  try { co_await broken; } catch (const std::runtime_error&) {}
  try { co_await endless; } catch (const asyncio::CancelledError&) {}`;
  await site.openProgram(asyncProgram(body, workers));
  await site.runTo('Finished');
  await expect(site.tasks.getByRole('option', { name: 'quick, returned' })).toBeVisible();
  await expect(site.tasks.getByRole('option', { name: 'endless, cancelled' })).toBeVisible();
  await expect(site.tasks.getByRole('option', { name: 'broken, failed' })).toBeVisible();
  const shown = site.tasks.getByRole('option').last();
  await expect(shown).toHaveAttribute('aria-setsize', '4');
  await site.page.getByRole('combobox', { name: 'Show' }).selectOption('the library’s, too');
  const lanes = await shown.getAttribute('aria-setsize');
  await expect(site.timeline.locator('[data-summary=tasks]')).toHaveText(lanes ?? '');
  await expect(site.timeline.locator('[data-summary=wall]')).toHaveText(/\d+ ms/);
  expect(Number(await site.timeline.locator('[data-summary=iterations]').textContent())).toBeGreaterThan(2);
});

test('the keyboard finds what a task waited for, and goes to the line', async ({ site }) => {
  await site.open();
  await site.runTo('Finished');
  await site.tasks.focus();
  await site.page.keyboard.press('ArrowDown');
  const details = site.page.getByTestId('timeline-details');
  await expect(details).toContainText('async_main: returned');
  const line = 1 + lineOf('co_await asyncio::sleep');
  for (let i = 0; i < 3; i++) await site.page.keyboard.press('ArrowRight');
  await expect(details).toContainText(/waiting for sleep, .*, line \d+/);
  expect(await details.textContent()).toContain(`line ${line}`);
  await site.page.keyboard.press('Enter');
  await expect(site.editor).toBeFocused();
  await expect(site.page.locator('.line-numbers.active-line-number')).toHaveText(String(line));
});

function lineOf(text: string): number {
  return exampleFile('hello.cpp')
    .split('\n')
    .findIndex((line) => line.includes(text));
}

test('ten thousand tasks do not freeze the page', async ({ site }) => {
  const body = `  std::vector<asyncio::Task<void>> tasks;
  for (int i = 0; i < 10'000; ++i) tasks.push_back(asyncio::create_task(worker_of_many()));
  co_await asyncio::gather(tasks);
  std::println("all");`;
  const many = 'asyncio::Coro<void> worker_of_many() { for (int i = 0; i < 3; ++i) co_await asyncio::sleep(0s); }\n';
  await site.openProgram(asyncProgram(body, `#include <vector>\n${many}`));
  await site.runTo('Finished');
  await expect(site.timeline.locator('[data-summary=tasks]')).toHaveText(/^10,00\d$/);
  await site.tasks.focus();
  await site.page.keyboard.press('End');
  await expect(site.tasks.getByRole('option').last()).toHaveAttribute('aria-posinset', /^1000\d$/);
});

test('past its limit the timeline says what it left out', async ({ site }) => {
  const body = '  for (int i = 0; i < 400\'000; ++i) co_await asyncio::sleep(0s);\n  std::println("done");';
  await site.openProgram(asyncProgram(body));
  await site.runTo('Finished');
  await expect(site.timeline).toContainText('Shows the first 1,000,000 events');
});
