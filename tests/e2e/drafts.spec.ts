import { expect, fragmentOf, firstVisit as test } from './support/site.ts';

test('a reload keeps the draft and does not run it', async ({ site }) => {
  await site.open();
  await site.replaceText('int main() {} // kept');
  await site.page.reload();
  await expect(site.page.locator('.view-lines')).toContainText('// kept');
  await expect(site.output).toContainText('Run the program');
});

test('a reload after a link keeps what was edited since', async ({ site }) => {
  await site.open(fragmentOf('int main() {} // linked'));
  await site.toEnd();
  await site.page.keyboard.type(' and edited');
  expect(new URL(site.page.url()).hash).toBe('');
  await site.page.reload();
  await expect(site.page.locator('.view-lines')).toContainText('linked and edited');
});

test('a reload keeps the chosen example', async ({ site }) => {
  await site.open();
  await site.openExample('lock');
  await site.page.reload();
  await expect(site.page.locator('.view-lines')).toContainText('critical_section');
  await expect(site.page.getByRole('option', { name: 'lock' })).toHaveAttribute('aria-selected', 'true');
});

test('opening an example keeps the draft that was there', async ({ site }) => {
  await site.open();
  await site.replaceText('// my own');
  await site.openExample('gather');
  await expect(site.page.locator('.view-lines')).toContainText('task1');
  await site.page.getByRole('button', { name: 'Restore draft' }).click();
  await expect(site.page.locator('.view-lines')).toContainText('// my own');
});

test('the page works without storage and says that nothing is kept', async ({ site }) => {
  await site.page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await site.open();
  await site.replaceText('// lost on reload');
  await expect(site.page.getByText('does not let the page keep your draft')).toBeVisible();
  await site.openExample('hello');
  await site.runTo('Finished');
});
