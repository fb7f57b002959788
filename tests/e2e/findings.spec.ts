import { asyncProgram, expect, sameVisit as test } from './support/site.ts';

const failing = `
asyncio::Coro<void> failing() {
  co_await asyncio::sleep(5ms);
  throw std::runtime_error("no route");
}
`;
const body = `  asyncio::create_task(failing(), {.name = "courier"});
  co_await asyncio::sleep(20ms);`;

test('what a run shows of a mistake is listed, marked at its line, and leads there', async ({ site }) => {
  const source = asyncProgram(body, failing);
  await site.openProgram(source);
  await site.runTo('Finished');
  const list = site.findings.getByRole('list', { name: 'Findings' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('Exception never retrieved');
  await expect(list).toContainText('courier failed with std::runtime_error: no route');
  await expect(site.page.locator('.finding-mark')).toHaveCount(1);
  await list.getByRole('button').focus();
  await site.page.keyboard.press('Enter');
  await expect(site.editor).toBeFocused();
  const line = source.split('\n').findIndex((text) => text.includes('create_task')) + 1;
  await expect(site.page.locator('.line-numbers.active-line-number')).toHaveText(String(line));
  await expect(site.tasks.getByRole('option', { name: 'courier, failed' })).toHaveAttribute('aria-selected', 'true');
});

test('after an edit the findings say that they are of the text before', async ({ site }) => {
  await site.openProgram(asyncProgram(body, failing));
  await site.runTo('Finished');
  await site.toEnd();
  await site.page.keyboard.type('// more');
  await expect(site.findings).toContainText('of the text before your edits');
});

test('a deadlock is found with who waits for what', async ({ site }) => {
  await site.openProgram(asyncProgram('  asyncio::Event never;\n  co_await never.wait();'));
  await site.runTo('Failed');
  await expect(site.findings).toContainText('Task-1 waits for Event.wait');
});

test('an example that is right has none', async ({ site }) => {
  await site.open();
  await site.runTo('Finished');
  await expect(site.findings).toContainText('Nothing found in this run.');
});
