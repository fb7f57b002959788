import { courseFile, expect, test } from './support/site.ts';

test('the list has sections, titles that are read as they are seen, and aims', async ({ site }) => {
  await site.open();
  const pitfalls = site.examples.getByRole('group', { name: 'Pitfalls' });
  await expect(pitfalls.getByRole('option')).toHaveCount(8);
  const option = site.examples.getByRole('option', { name: 'Lost wake-up', exact: true });
  await expect(option).toHaveAccessibleDescription('A signal that nobody heard');
  await expect(option).toContainText('Lost wake-up');
  expect(await site.examples.getByRole('option').count()).toBeGreaterThanOrEqual(40);
});

test('what is searched for is found by title, aim or what a program uses, and opened by Enter', async ({ site }) => {
  await site.open();
  const search = site.page.getByRole('searchbox', { name: 'Search examples' });
  await search.fill('priority queue');
  await expect(site.examples.getByRole('option', { name: 'Priority queue' })).toBeVisible();
  await search.press('Enter');
  await expect(site.page.locator('.view-lines')).toContainText('PriorityQueue');
  await search.fill('zebra');
  await expect(site.page.getByText('No example has these words.')).toBeVisible();
  await search.press('Escape');
  await expect(site.examples.getByRole('option', { name: 'hello', exact: true })).toBeVisible();
});

test('an example of the course is compiled when it is run, and reached by its link', async ({ site }) => {
  await site.open('#example=timeout_raised');
  await expect(site.examples.getByRole('option', { name: 'TimeoutError' })).toHaveAttribute('aria-selected', 'true');
  await site.runTo('Finished');
  expect(await site.stdout()).toBe(courseFile('timeout_raised.expected'));
});
