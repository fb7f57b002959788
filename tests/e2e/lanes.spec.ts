/** How the lanes are called, nested, grouped, folded and measured. */
import { asyncProgram, expect, type Site, sameVisit as test } from './support/site.ts';

const before = `
asyncio::Coro<void> child(int ms) { co_await asyncio::sleep(std::chrono::milliseconds(ms)); }
asyncio::Coro<void> worker(int ms) {
  auto own = asyncio::create_task(child(ms));
  std::println("worker {}", ms);
  co_await own;
}
`;
const body = `  auto first = asyncio::create_task(worker(30));
  auto second = asyncio::create_task(worker(20), {.name = "second"});
  co_await first;
  co_await second;`;

async function labels(site: Site): Promise<(string | null)[]> {
  const options = await site.tasks.getByRole('option').all();
  return Promise.all(options.map((option) => option.getAttribute('aria-label')));
}

test.beforeEach(async ({ site }) => {
  await site.openProgram(asyncProgram(body, before));
  await site.runTo('Finished');
});

test('a lane is called by its coroutine and stands below the task that made it', async ({ site }) => {
  expect(await labels(site)).toEqual([
    'async_main, returned',
    'worker(1), returned',
    'child(1), returned',
    'worker(2) second, returned',
    'child(2), returned',
  ]);
  const child = site.tasks.getByRole('option', { name: 'child(1)' });
  await expect(child).toHaveAccessibleDescription('created by worker(1)');
});

test('Space folds away what is below a task, and shows it again', async ({ site, page }) => {
  await site.tasks.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  expect(await labels(site)).not.toContain('child(1), returned');
  await expect(site.tasks.getByRole('option', { selected: true })).toHaveAccessibleDescription(
    /1 below it, Space shows/,
  );
  await page.keyboard.press('Space');
  expect(await labels(site)).toContain('child(1), returned');
});

test('lanes are grouped and sorted', async ({ site, page }) => {
  await page.getByRole('combobox', { name: 'Group' }).selectOption('by coroutine');
  expect(await labels(site)).toEqual([
    'async_main, 1 task',
    'async_main, returned',
    'worker, 2 tasks',
    'worker(1), returned',
    'worker(2) second, returned',
    'child, 2 tasks',
    'child(1), returned',
    'child(2), returned',
  ]);
  // A heading is reached by keys, and folded by Enter.
  await site.tasks.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await labels(site)).not.toContain('worker(1), returned');
  await page.getByRole('combobox', { name: 'Group' }).selectOption('list');
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('end');
  expect((await labels(site)).map((label) => label?.split(',')[0])).toEqual([
    'child(2)',
    'worker(2) second',
    'child(1)',
    'worker(1)',
    'async_main',
  ]);
});

test('a drag with Shift measures, and Escape forgets it', async ({ site, page }) => {
  const box = await site.tasks.boundingBox();
  if (box === null) throw new Error('no lanes are in sight');
  const fit = page.getByRole('button', { name: 'Show the whole run' });
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 250, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 350, box.y + 60, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(site.timeline).toContainText(/\d ms\s+from \d+.* ms to \d+.* ms/);
  await expect(fit).toBeDisabled();
  await site.tasks.press('Escape');
  await expect(page.getByRole('button', { name: 'Forget the measure' })).toHaveCount(0);
});

test('an instant and another are measured by a key', async ({ site, page }) => {
  await site.instant.press('Home');
  await site.instant.press('m');
  await site.instant.press('End');
  await expect(page.getByRole('button', { name: 'Forget the measure' })).toBeVisible();
  await expect(site.timeline).toContainText(/from 0\.0 ms to \d+ ms/);
});

test('a mark on a lane says what was printed there', async ({ site, page }) => {
  const worker = await site.tasks.getByRole('option', { name: 'worker(1)' }).boundingBox();
  const tasks = await site.tasks.boundingBox();
  if (worker === null || tasks === null) throw new Error('no lanes are in sight');
  // It is at the task's first step.
  await expect(async () => {
    for (let x = 0; x < 240; x += 4) {
      await page.mouse.move(worker.x + worker.width + x, worker.y + worker.height / 2);
      const details = await page.getByTestId('timeline-details').textContent();
      if (details?.includes('printed “worker 30”') === true) return;
    }
    throw new Error('no mark says so');
  }).toPass();
});
