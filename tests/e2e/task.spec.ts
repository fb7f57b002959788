import { asyncProgram, expect, firstVisit, type Site, sameVisit as test } from './support/site.ts';

/** `boss` waits for `worker`, is told to end by the main task, and hands that on. */
const before = `
asyncio::Coro<void> worker() {
  co_await asyncio::sleep(60s);
}
asyncio::Coro<void> boss() {
  auto hired = asyncio::create_task(worker(), {.name = "worker"});
  co_await hired;
}
asyncio::Coro<void> broken() {
  std::println("about to fail");
  throw std::runtime_error("no luck");
  co_return;
}
`;
const body = `  auto task = asyncio::create_task(boss(), {.name = "boss"});
  auto bad = asyncio::create_task(broken(), {.name = "broken"});
  co_await asyncio::sleep(20ms);
  try { co_await bad; } catch (const std::runtime_error&) {}
  task.cancel("enough");
  try { co_await task; } catch (const asyncio::CancelledError&) {}`;
const program = asyncProgram(body, before);
const lineOf = (text: string): number => 1 + program.split('\n').findIndex((line) => line.includes(text));

/** The middle of the lane of a task, in the page. */
async function lanePoint(site: Site, name: string): Promise<{ x: number; y: number }> {
  const label = await site.tasks.getByRole('option', { name: new RegExp(`^${name},`) }).boundingBox();
  const tasks = await site.tasks.boundingBox();
  if (label === null || tasks === null) throw new Error(`${name} is not in sight`);
  return { x: tasks.x + tasks.width * 0.6, y: label.y + label.height / 2 };
}

test('a click selects a task in all panes; all that is told of it leads on', async ({ site, page }) => {
  await site.openProgram(program);
  await site.runTo('Finished');
  const task = page.getByRole('region', { name: 'Task', exact: true });
  await expect(task).toHaveCount(0);
  const at = await lanePoint(site, 'worker');
  await page.mouse.move(at.x, at.y);
  await expect(page.getByTestId('timeline-details')).toContainText('worker');
  await expect(task).toHaveCount(0);
  await page.mouse.click(at.x, at.y);
  await expect(task.getByRole('heading')).toHaveText('worker');
  await page.mouse.move(0, 0);
  await expect(task).toContainText('cancelled');
  await expect(page.locator('.pointed-line')).toBeVisible();

  await task.getByRole('button', { name: 'boss' }).first().click();
  await expect(task.getByRole('heading')).toHaveText('boss');
  await expect(task.locator('[data-task=cancelled]')).toContainText('async_main');
  await expect(task.locator('[data-task=cancelled]')).toContainText('enough');
  await expect(site.tasks.getByRole('option', { selected: true })).toHaveAttribute('aria-label', 'boss, cancelled');

  await task.getByRole('button', { name: `line ${lineOf('create_task(boss()')}` }).click();
  await expect(site.editor).toBeFocused();
  await expect(page.locator('.line-numbers.active-line-number')).toHaveText(String(lineOf('create_task(boss()')));
  await task.getByRole('button', { name: 'Close the task' }).click();
  await expect(task).toHaveCount(0);
});

test('at an instant it says what the task waits for, and the chain', async ({ site, page }) => {
  await site.openProgram(program);
  await site.runTo('Finished');
  await site.toLine(lineOf('sleep(60s)'));
  await page.keyboard.press('Control+F10');
  await page.getByRole('combobox', { name: 'Step' }).selectOption('by iteration');
  await page.getByRole('button', { name: 'Step forward' }).click();
  await site.tasks.focus();
  await site.tasks.press('Home');
  await site.tasks.press('ArrowDown');
  const task = page.getByRole('region', { name: 'Task', exact: true });
  await expect(task.getByRole('heading')).toHaveText('boss');
  await expect(task.locator('[data-task=state]')).toHaveText('waiting');
  await expect(task.locator('[data-task=wait]')).toContainText(`line ${lineOf('co_await hired')}`);
  await expect(task.locator('[data-task=chain]')).toHaveText(/boss.*→.*worker.*waiting.*sleep/s);
  await expect(task.locator('[data-task=ended]')).toHaveCount(0);
});

test('a failure is told with its error, and the output of the task is marked', async ({ site, page }) => {
  await site.openProgram(program);
  await site.runTo('Finished');
  await page.getByRole('combobox', { name: 'Show' }).selectOption('failed');
  await expect(site.tasks.getByRole('option')).toHaveCount(1);
  await site.tasks.focus();
  await site.tasks.press('ArrowDown');
  const task = page.getByRole('region', { name: 'Task', exact: true });
  await expect(task.locator('[data-task=ended]')).toContainText('std::runtime_error: no luck');
  await expect(site.output.locator('.own .text')).toHaveText(['about to fail']);
});

test('a search leaves the tasks of that name', async ({ site, page }) => {
  await site.openProgram(program);
  await site.runTo('Finished');
  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('BO');
  await expect(site.tasks.getByRole('option')).toHaveCount(1);
  await expect(site.tasks.getByRole('option')).toHaveAttribute('aria-label', 'boss, cancelled');
  await expect(site.timeline).toContainText(/1 of \d/);
});

test('the lanes are zoomed and moved by keys, wheel and drag', async ({ site, page }) => {
  await site.openProgram(program);
  await site.runTo('Finished');
  const fit = page.getByRole('button', { name: 'Show the whole run' });
  await site.tasks.focus();
  await site.tasks.press('+');
  await expect(fit).toBeEnabled();
  await site.tasks.press('Shift+ArrowRight');
  await site.tasks.press('0');
  await expect(fit).toBeDisabled();
  const at = await lanePoint(site, 'worker');
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect(fit).toBeEnabled();
  await page.mouse.down();
  await page.mouse.move(at.x - 60, at.y, { steps: 3 });
  await page.mouse.up();
  await expect(page.getByRole('region', { name: 'Task', exact: true })).toHaveCount(0);
  await fit.click();
  // A press on the axis chooses the instant.
  const tasks = await site.tasks.boundingBox();
  await page.mouse.click(at.x, (tasks?.y ?? 0) + 8);
  await expect(page.getByRole('button', { name: 'Live' })).toHaveAttribute('aria-pressed', 'false');
});

firstVisit.describe('on a phone', () => {
  firstVisit.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  firstVisit('a tap selects, and the details stay in view', async ({ site, page }) => {
    await site.open('#example=create_task');
    await site.run.tap();
    await site.is('Finished');
    await page.getByRole('button', { name: 'Timeline', exact: true }).tap();
    const at = await lanePoint(site, 'say_hello\\(1\\)');
    await page.touchscreen.tap(at.x, at.y);
    const task = page.getByRole('region', { name: 'Task', exact: true });
    await expect(task.getByRole('heading')).toHaveText('say_hello(1)');
    await expect(task).toBeInViewport({ ratio: 0.9 });
    await expect(site.tasks).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});
