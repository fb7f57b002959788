/** A browser whose WebAssembly cannot suspend: the same programs run in the fallback. */
import { examples, exampleFile, expect, firstVisit as test } from './support/site.ts';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(WebAssembly, 'Suspending');
    Reflect.deleteProperty(WebAssembly, 'promising');
  });
});

test('each example without JSPI', async ({ site }) => {
  await site.open();
  expect(await site.page.evaluate(() => 'Suspending' in WebAssembly)).toBe(false);
  for (const name of examples) {
    await test.step(name, async () => {
      await site.openExample(name);
      await site.runTo('Finished');
      expect(await site.stdout()).toBe(exampleFile(`${name}.expected`));
    });
  }
});

test('an edited program without JSPI, with output as it comes', async ({ site }) => {
  await site.open();
  await site.toEnd();
  await site.page.keyboard.type('// edited');
  await site.run.click();
  await expect(site.output).toContainText('Hello');
  await expect(site.status).toHaveText('Running');
  await site.is('Finished');
  expect(await site.stdout()).toBe('Hello\nWorld\n');
});

test('Stop without JSPI', async ({ site }) => {
  await site.open();
  await site.openExample('wait_for');
  await site.run.click();
  await site.is('Running');
  await site.stop.click();
  await site.is('Stopped');
});
