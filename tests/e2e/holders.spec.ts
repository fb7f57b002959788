import { asyncProgram, expect, sameVisit as test } from './support/site.ts';

const before = `
asyncio::Coro<void> take(asyncio::Lock& one, asyncio::Lock& other) {
  auto held = co_await one.scoped_lock();
  co_await asyncio::sleep(10ms);
  auto both = co_await other.scoped_lock();
}
`;
const body = `  asyncio::Lock left, right;
  auto first = asyncio::create_task(take(left, right), {.name = "first"});
  auto second = asyncio::create_task(take(right, left), {.name = "second"});
  co_await asyncio::gather(first, second);`;
const program = asyncProgram(body, before);
const lineOf = (text: string): number => 1 + program.split('\n').findIndex((line) => line.includes(text));

test('a deadlock is drawn as a circle, whose lines lead on', async ({ site, page }) => {
  await site.openProgram(program);
  await site.runTo('Failed');
  await expect(site.findings).toContainText('They wait in a circle');
  const steps = site.findings.getByRole('list', { name: 'Who waits for whom' });
  await expect(steps.getByRole('listitem')).toHaveText([
    /first waits for lock #\d/,
    /second took it/,
    /second waits for lock #\d/,
    /first took it/,
  ]);
  const taken = lineOf('auto held');
  await steps
    .getByRole('button', { name: `line ${taken}` })
    .first()
    .click();
  await expect(page.locator('.line-numbers.active-line-number')).toHaveText(String(taken));
});

test('the selected task says which lock it waits for, who holds that, and what it holds itself', async ({
  site,
  page,
}) => {
  await site.openProgram(program);
  await site.runTo('Failed');
  await site.tasks.getByRole('option', { name: /\bfirst\b/ }).click();
  const task = page.getByRole('region', { name: 'Task', exact: true });
  const back = page.getByRole('button', { name: 'Step back' });
  for (let steps = 0; steps < 60 && (await task.locator('[data-task=holder]').count()) === 0; steps++)
    await back.click();
  await expect(task.locator('[data-task=wait]')).toContainText(
    /Lock\.scoped_lock\s+line \d+\s+of\s+lock #\d, made at\s+line/,
  );
  await expect(task.locator('[data-task=holder]')).toContainText(/second\s+line \d+\s+since/);
  await expect(task.locator('[data-task=holds]')).toContainText(/lock #\d/);
  await task.locator('[data-task=holder]').getByRole('button', { name: 'second' }).click();
  await expect(task.getByRole('heading')).toContainText('second');
});
