/** What is compiled ahead of a change makes the same program as a compile of the whole text. */
import { expect, fragmentOf, programFile, test } from './support/site.ts';

test('a long program that is changed again and again prints what it says each time', async ({ site }) => {
  const source = programFile('life.cpp');
  await site.open(fragmentOf(source));
  await site.is('Ready', 60_000);
  await site.runTo('Finished');
  const first = await site.stdout();
  expect(first).toBe(programFile('life.expected'));
  // The second Worker has what was compiled; the text is compiled ahead in it.
  await expect.poll(() => site.page.workers().length).toBeGreaterThan(2);
  for (const word of ['one', 'two', 'three']) {
    await site.toEnd();
    await site.page.keyboard.type(`int ${word} = std::puts("${word}");\n`);
    await site.runTo('Finished');
  }
  expect(await site.stdout()).toBe(`one\ntwo\nthree\n${first}`);
});

test('an error in what was compiled ahead, and one below it, are shown where they are', async ({ site }) => {
  const source = programFile('life.cpp');
  await site.open(fragmentOf(source));
  await site.runTo('Finished');
  await site.toEnd();
  await site.page.keyboard.type('int last = first_error;\n');
  await expect(site.problems).toContainText('first_error');
  const line = source.split('\n').length;
  await expect(site.problems).toContainText(`main.cpp:${line}:`);
  await site.page.keyboard.press('Control+Home');
  await site.page.keyboard.type('int top = second_error;\n');
  await expect(site.problems).toContainText('main.cpp:1:');
  await expect(site.problems).toContainText(`main.cpp:${line + 1}:`);
});

test('an optimised program is compiled by the same Run', async ({ site }) => {
  await site.open();
  await site.page.getByLabel('Optimisation').selectOption('2');
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('Hello\nWorld\n');
  expect(await site.lines('info')).toEqual([expect.stringContaining('compiled with -O2')]);
});
