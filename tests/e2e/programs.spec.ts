/** Nothing that was typed is lost: tabs of programs, and a history. */
import { expect, fragmentOf, firstVisit as test, type Site } from './support/site.ts';

const tabs = (site: Site) => site.page.getByRole('tablist', { name: 'Programs' });
const text = (site: Site) => site.page.locator('.view-lines');

test('an example opens beside a text that was typed, and nothing is lost', async ({ site }) => {
  await site.open();
  await expect(tabs(site).getByRole('tab')).toHaveCount(1);
  await site.openExample('lock');
  await expect(tabs(site).getByRole('tab')).toHaveCount(1);
  await site.replaceText('// my own');
  await site.openExample('gather');
  await site.openExample('hello');
  await expect(tabs(site).getByRole('tab')).toHaveText(['lock', 'hello']);
  await tabs(site).getByRole('tab', { name: 'lock' }).click();
  await expect(text(site)).toContainText('// my own');
});

test('programs are made, renamed, closed, and closed ones come back', async ({ site }) => {
  await site.open();
  await site.page.getByRole('button', { name: 'New program' }).click();
  await site.replaceText('// second');
  await site.page.getByRole('button', { name: 'Rename program' }).click();
  await site.page.getByRole('textbox', { name: 'Name of the program' }).fill('Mine');
  await site.page.keyboard.press('Enter');
  await expect(tabs(site).getByRole('tab', { name: 'Mine', selected: true })).toBeFocused();
  await site.page.keyboard.press('ArrowLeft');
  await expect(tabs(site).getByRole('tab', { name: 'hello', selected: true })).toBeFocused();
  await site.page.keyboard.press('ArrowRight');
  await site.page.keyboard.press('Delete');
  await expect(tabs(site).getByRole('tab')).toHaveText(['hello']);
  await site.page.getByRole('button', { name: 'Undo' }).click();
  await expect(tabs(site).getByRole('tab', { name: 'Mine' })).toBeVisible();
  await expect(text(site)).toContainText('// second');
});

test('a reload brings all programs back, with the cursor and what they are given', async ({ site }) => {
  await site.open();
  await site.replaceText('// first\n// line\n// here');
  await site.page.getByRole('button', { name: 'New program' }).click();
  await site.replaceText('// one\n// two\n// three');
  await site.toLine(2);
  await site.page.getByRole('button', { name: 'Input', exact: true }).click();
  await site.page.getByRole('textbox', { name: 'Arguments' }).fill('--fast');
  await site.page.getByRole('combobox', { name: 'Optimisation' }).selectOption('-O2');
  await site.page.reload();
  await expect(text(site)).toContainText('// three');
  await expect(tabs(site).getByRole('tab')).toHaveCount(2);
  await expect(site.page.getByRole('textbox', { name: 'Arguments' })).toHaveValue('--fast');
  await expect(site.page.getByRole('combobox', { name: 'Optimisation' })).toHaveValue('2');
  await site.editor.focus();
  await site.page.keyboard.type('HERE');
  await expect(text(site)).toContainText('HERE// two');
  await tabs(site).getByRole('tab').first().click();
  await expect(text(site)).toContainText('// first');
  await expect(site.page.getByRole('textbox', { name: 'Arguments' })).toBeHidden();
});

test('the history goes back to a text that was replaced', async ({ site }) => {
  await site.open();
  await site.replaceText(`int main() {} // ${'precious '.repeat(20)}`);
  await site.replaceText('// x');
  await site.page.reload();
  await site.page.getByRole('button', { name: 'History' }).click();
  const earlier = site.page.getByRole('dialog', { name: 'Earlier texts' });
  await expect(earlier.getByRole('listitem').first()).toBeVisible();
  await earlier.getByRole('button', { name: /precious/ }).click();
  await expect(text(site)).toContainText('precious');
});

test('two tabs of the browser keep their texts apart', async ({ site, context }) => {
  await site.open();
  await site.replaceText('// of the first tab');
  const page = await context.newPage();
  await page.goto(site.url);
  const editor = page.getByRole('textbox', { name: 'Editor' });
  await editor.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('// of the second tab');
  await site.toEnd();
  await site.page.keyboard.type(', again');
  await page.reload();
  await expect(page.locator('.view-lines')).toContainText('of the second tab');
  await site.page.reload();
  await expect(text(site)).toContainText('of the first tab, again');
});

test('each program has its own Undo', async ({ site }) => {
  await site.open();
  await site.replaceText('// first');
  await site.page.evaluate((to) => (location.hash = to), fragmentOf('// linked'));
  await expect(text(site)).toContainText('// linked');
  await site.editor.focus();
  await site.page.keyboard.press('Control+Z');
  await expect(text(site)).toContainText('// linked');
});

test('a draft of the page of before is taken over', async ({ site }) => {
  await site.page.addInitScript(() => {
    // Frames are without storage.
    if (window.top === window && localStorage.length === 0)
      localStorage.setItem('asyncio-cpp/draft/v1', '{"source":"// of before"}');
  });
  await site.open();
  await expect(text(site)).toContainText('// of before');
});
