import { expect, firstVisit as test } from './support/site.ts';

test('the page can be used while the compiler loads, with progress in bytes', async ({ site }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await site.page.route(/compiler\/(?!manifest)/, async (route) => {
    await held;
    await route.continue();
  });
  await site.open();
  await site.is('Loading compiler');
  await expect(site.page.getByRole('progressbar', { name: 'Compiler download' })).toBeVisible();
  await expect(site.page.getByText(/Compiler: .* of [\d.]+ MB/)).toBeVisible();
  await site.toEnd();
  await site.page.keyboard.type('// typed meanwhile');
  await site.run.click();
  await site.is('Loading compiler');
  release();
  await site.is('Finished');
  expect(await site.stdout()).toBe('Hello\nWorld\n');
  await expect(site.page.getByRole('progressbar')).toBeHidden();
});

test('a compiler that cannot be loaded is told of, and can be tried again', async ({ site }) => {
  await site.page.route('**/compiler/manifest.json', (route) => route.fulfill({ status: 503 }));
  await site.open();
  await expect(site.page.getByText('The compiler could not be loaded')).toBeVisible();
  await site.runTo('Finished');
  await site.toEnd();
  await site.page.keyboard.type('// edited');
  await site.runTo('Failed');
  await site.page.unroute('**/compiler/manifest.json');
  await site.page.getByRole('button', { name: 'Try again' }).click();
  await expect(site.page.getByRole('progressbar')).toBeVisible();
  await expect(site.page.getByRole('progressbar')).toBeHidden();
  await site.runTo('Finished');
});

test('the page has its policy and lets no script of another kind run', async ({ site }) => {
  await site.open();
  const policy = site.page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute(
    'content',
    /script-src 'self' 'wasm-unsafe-eval' ('sha256-[\w+/]{43}=' ?){2}(;|$)/,
  );
  await site.is('Ready');
});

test('on a connection that costs, the compiler is loaded when a program is edited', async ({ site }) => {
  await site.page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });
  });
  const loaded: string[] = [];
  site.page.on('request', (request) => loaded.push(request.url()));
  const packs = (): string[] => loaded.filter((url) => url.endsWith('.pack'));
  await site.open();
  await expect(site.page.getByText(/The compiler, \d\d\.\d MB, will be loaded when you edit a program/)).toBeVisible();
  await site.is('Ready');
  await site.runTo('Finished');
  expect(packs()).toEqual([]);
  await site.toEnd();
  await site.page.keyboard.type('// edited');
  await site.is('Loading compiler');
  await site.is('Ready');
  expect(packs()).toHaveLength(4);
});
