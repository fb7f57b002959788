import { expect, test } from './support/site.ts';

test('what runs is what the editor shows, however fast it changes', async ({ site }) => {
  await site.openProgram('#include <print>\nint main() { std::println("first"); }\n');
  await site.is('Ready');
  for (const word of ['second', 'third', 'fourth']) {
    await site.replaceText(`#include <print>\nint main() { std::println("${word}"); }\n`);
  }
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('fourth\n');
});

test('a change between Run and the end of its compile still counts', async ({ site }) => {
  let release!: () => void;
  const changed = new Promise<void>((resolve) => (release = resolve));
  // However quick the machine is, the compile ends after the change.
  await site.page.route('**/compiler/manifest.json', async (route) => {
    await changed;
    await route.continue();
  });
  await site.openProgram('#include <print>\nint main() { std::println("old"); }\n');
  await site.run.click();
  await expect(site.stop).toBeEnabled();
  await site.replaceText('#include <print>\nint main() { std::println("new"); }\n');
  release();
  await expect(site.output).toContainText('new');
  await site.is('Finished');
  expect(await site.stdout()).toBe('new\n');
});

test('Stop while it compiles cancels the run', async ({ site }) => {
  await site.page.route('**/compiler/manifest.json', () => {
    // Never answered.
  });
  await site.openProgram('int main() {}');
  await site.run.click();
  await site.stop.click();
  await site.is('Stopped');
  expect(await site.lines('info')).toEqual(['Stopped.']);
});

test('problems appear without Run', async ({ site }) => {
  await site.open();
  await site.toEnd();
  await site.page.keyboard.type('oops');
  await expect(site.problems).toContainText('error');
});
