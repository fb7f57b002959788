import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, fragmentOf, firstVisit as test, type Site } from './support/site.ts';

const linkField = { name: 'Link' };

/** Presses Share and gives the link that it shows. */
async function sharedLink(site: Site): Promise<string> {
  await site.share.click();
  const link = await site.page.getByRole('textbox', linkField).inputValue();
  await site.page.getByRole('button', { name: 'Close' }).click();
  return link;
}

const shown = (site: Site): Promise<string> => site.page.locator('.view-lines').innerText();

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('an unedited example is shared by its name', async ({ site }) => {
  await site.open();
  await site.openExample('gather');
  await site.share.click();
  await expect(site.page.getByText('Link copied')).toBeVisible();
  await expect(site.page.getByText(/\d+ characters/).first()).toBeVisible();
  const copied = await site.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${site.url}#example=gather`);
});

test('a program with Unicode comes back whole and does not run by itself', async ({ site, context }) => {
  await site.open();
  await site.replaceText('int main() { /* Grüße 漢字 🧵 */ return 0; }');
  const link = await sharedLink(site);
  expect(link).toMatch(/#v1\/[\w-]+&by=\d+\.\d+\.\d+$/);
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('.view-lines')).toContainText('Grüße 漢字 🧵');
  await expect(other.getByRole('status')).toHaveText(/Loading compiler|Ready/);
  await expect(other.getByRole('log', { name: 'Output' })).toContainText('Run the program');
});

test('a program of 100 KB comes back whole', async ({ site }) => {
  const source = Array.from({ length: 4_000 }, (_, i) => `int value_${i} = ${(i * 7919) % 9973};`).join('\n');
  await site.openProgram(source);
  await site.toEnd();
  await expect(site.page.locator('.view-lines')).toContainText('int value_3999');
  await site.page.keyboard.type('// end');
  const link = await sharedLink(site);
  await expect(site.page.getByText('Some chats cut links')).toBeHidden();
  await site.open('#example=hello');
  await site.page.goto(link);
  await site.toEnd();
  await expect(site.page.locator('.view-lines')).toContainText('// end');
});

for (const [what, fragment] of [
  ['cut off', fragmentOf('int main() { return 123456789; }').slice(0, -6)],
  ['changed', '#v1/AAAA'],
  ['of a later version', '#v9/abc'],
  ['naming no example', '#example=nothing'],
] as const) {
  test(`a damaged link, ${what}, is told of and changes nothing`, async ({ site }) => {
    await site.open();
    await site.replaceText('// my draft');
    await site.page.evaluate((to) => (location.hash = to), fragment);
    await expect(site.page.getByText('Nothing was changed.')).toBeVisible();
    expect(await shown(site)).toContain('draft');
  });
}

test('the draft that a link takes the place of can be restored', async ({ site }) => {
  await site.open();
  await site.replaceText('// my draft');
  await site.page.evaluate((to) => (location.hash = to), fragmentOf('// from a link'));
  await expect(site.page.locator('.view-lines')).toContainText('from a link');
  await site.page.getByRole('button', { name: 'Restore draft' }).click();
  await expect(site.page.locator('.view-lines')).toContainText('my draft');
  // And the program of the link is kept in its stead.
  await site.page.getByRole('button', { name: 'Restore draft' }).click();
  await expect(site.page.locator('.view-lines')).toContainText('from a link');
});

test('where the clipboard is out of reach, the link is shown to copy by hand', async ({ site }) => {
  await site.page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
  await site.open();
  await site.share.click();
  await expect(site.page.getByText('Copy it by hand')).toBeVisible();
  await expect(site.page.getByRole('textbox', linkField)).toBeFocused();
  await site.page.keyboard.press('Escape');
  await expect(site.share).toBeFocused();
});

test('a link brings back what the program is given and how it is made', async ({ site, context }) => {
  await site.open();
  await site.replaceText('// mine: std::cin');
  await site.page.getByRole('button', { name: 'Input', exact: true }).click();
  await site.page.getByRole('textbox', { name: 'Standard input' }).fill('Ada\n');
  await site.page.getByRole('textbox', { name: 'Arguments' }).fill('--count 3 &');
  await site.page.getByRole('combobox', { name: 'Optimisation' }).selectOption('-O2');
  const other = await context.newPage();
  await other.goto(await sharedLink(site));
  await expect(other.getByRole('textbox', { name: 'Standard input' })).toHaveValue('Ada\n');
  await expect(other.getByRole('textbox', { name: 'Arguments' })).toHaveValue('--count 3 &');
  await expect(other.getByRole('combobox', { name: 'Optimisation' })).toHaveValue('2');
});

test('a program is copied as Markdown and as a frame, and downloaded as a project', async ({ site }) => {
  await site.open();
  await site.replaceText('int main() {} // mine');
  await site.share.click();
  await site.page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(site.page.getByText('Markdown copied')).toBeVisible();
  const clipboard = (): Promise<string> => site.page.evaluate(() => navigator.clipboard.readText());
  expect(await clipboard()).toContain('```cpp\nint main() {} // mine\n```');
  await site.page.getByRole('button', { name: 'Embed', exact: true }).click();
  await expect(site.page.getByText('Embed code copied')).toBeVisible();
  expect(await clipboard()).toMatch(/^<iframe src="http[^"]+\?embed#v1/);
  const download = site.page.waitForEvent('download');
  await site.page.getByRole('button', { name: 'Download project' }).click();
  const { path, suggestedFilename } = await download.then(async (file) => ({
    path: await file.path(),
    suggestedFilename: file.suggestedFilename(),
  }));
  expect(suggestedFilename).toBe('hello.zip');
  const files = unzipSync(readFileSync(path));
  expect(Object.keys(files)).toEqual([
    'hello/main.cpp',
    'hello/CMakeLists.txt',
    'hello/newer/print',
    'hello/README.md',
  ]);
  expect(strFromU8(files['hello/main.cpp'] ?? new Uint8Array())).toBe('int main() {} // mine');
});

test('a link of another version says so', async ({ site }) => {
  await site.open(`${fragmentOf('int main() {}')}&by=99.1.2`);
  await expect(site.page.getByText('was made with version 99.1.2')).toBeVisible();
});
