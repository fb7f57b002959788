import { examples, exampleFile, expect, programFile, test } from './support/site.ts';

// All in one page: what takes time is to load it.
test('each example prints what its Python original prints', async ({ site }) => {
  await site.open();
  for (const name of examples) {
    await test.step(name, async () => {
      await site.openExample(name);
      await site.runTo('Finished');
      expect(await site.stdout()).toBe(exampleFile(`${name}.expected`));
      expect((await site.lines('info')).join()).toContain('Exit code 0 · compiled in advance');
    });
  }
});

test('each example, edited, is compiled in the page and prints the same', async ({ site }) => {
  await site.open();
  for (const name of examples) {
    await test.step(name, async () => {
      await site.openExample(name);
      await site.toEnd();
      await site.page.keyboard.type('// edited');
      await site.runTo('Finished');
      expect(await site.stdout()).toBe(exampleFile(`${name}.expected`));
      expect((await site.lines('info')).join()).toMatch(/Exit code 0 · compiled in .* linked in /);
    });
  }
});

// One whose order does not hang on equal deadlines: here time is real.
test('a whole program is compiled when it is run, and has no Python original', async ({ site }) => {
  await site.open();
  await site.openExample('Event bus');
  await expect(site.page.getByRole('group', { name: 'Programs' }).getByRole('option', { selected: true })).toHaveText(
    /Event bus/,
  );
  await expect(site.page.getByRole('button', { name: 'Python' })).toBeHidden();
  await site.runTo('Finished');
  expect(await site.stdout()).toBe(programFile('event_bus.expected'));
  expect((await site.lines('info')).join()).toMatch(/Exit code 0 · compiled in .* linked in /);
});

test('an unedited example does not wait for the compiler', async ({ site }) => {
  await site.page.route('**/compiler/manifest.json', () => {
    // Never answered: the compiler stays on its way.
  });
  await site.open();
  await site.is('Loading compiler');
  await site.runTo('Finished');
  expect(await site.stdout()).toBe(exampleFile('hello.expected'));
});

test('the Python original is shown beside an example', async ({ site }) => {
  await site.open('#example=gather');
  await site.page.getByRole('button', { name: 'Python' }).click();
  const original = site.page.getByRole('region', { name: 'Python original' });
  await expect(original).toContainText('await asyncio.gather(task1(), task2())');
});
