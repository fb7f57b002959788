import { expect, test } from './support/site.ts';

test('Ctrl+Enter runs from the editor', async ({ site }) => {
  await site.open();
  await site.editor.focus();
  await site.page.keyboard.press('Control+Enter');
  await site.is('Finished');
});

test('Tab leaves the editor after Ctrl+M, which is shown', async ({ site }) => {
  await site.open();
  await expect(site.page.getByText(/Ctrl\+M.*lets Tab leave the editor/)).toBeVisible();
  await site.editor.focus();
  await site.page.keyboard.press('Control+M');
  await site.page.keyboard.press('Tab');
  await expect(site.editor).not.toBeFocused();
});

test('everything is reached by Tab, in order', async ({ site }) => {
  await site.open();
  await site.runTo('Finished');
  const seen: string[] = [];
  await site.run.focus();
  for (let i = 0; i < 45; i++) {
    seen.push(await site.page.evaluate(nameOfFocus));
    if (seen.at(-1) === 'Editor') await site.page.keyboard.press('Control+M');
    await site.page.keyboard.press('Tab');
  }
  const expected = ['Run', 'Share', 'Dark theme', 'Examples', 'Python', 'Editor', 'Height of the editor'];
  const rest = ['Width of the editor', 'Output', 'Height of the output', 'Zoom in', 'Tasks'];
  const rewind = ['Step back', 'Play', 'Instant', 'Live', 'Step', 'Speed'];
  expect(seen).toEqual(expect.arrayContaining([...expected, ...rest, ...rewind]));
});

/** Runs in the page. */
function nameOfFocus(): string {
  const element = document.activeElement;
  const labelled = element?.getAttribute('aria-labelledby');
  const label =
    labelled === null || labelled === undefined
      ? element?.getAttribute('aria-label')
      : document.getElementById(labelled)?.textContent;
  return (label ?? element?.textContent ?? '').trim();
}

test('the examples are chosen with arrows and Enter', async ({ site }) => {
  await site.open();
  await site.page.getByRole('listbox', { name: 'Examples' }).focus();
  for (let i = 0; i < 3; i++) await site.page.keyboard.press('ArrowDown');
  await site.page.keyboard.press('Enter');
  await expect(site.page.getByRole('option', { name: 'gather' })).toHaveAttribute('aria-selected', 'true');
  await expect(site.page.locator('.view-lines')).toContainText('task1');
});

test('the panes are resized with arrows', async ({ site }) => {
  await site.open();
  const bar = site.page.getByRole('separator', { name: 'Width of the editor' });
  const before = Number(await bar.getAttribute('aria-valuenow'));
  await bar.focus();
  await site.page.keyboard.press('ArrowRight');
  await expect(bar).toHaveAttribute('aria-valuenow', String(before + 2));
});
