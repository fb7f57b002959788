/** Output as in a terminal. */
import { readFileSync } from 'node:fs';
import { expect, test } from './support/site.ts';

const program = `#include <cstdio>

int main() {
  std::printf("\\x1b[1;31mred\\x1b[0m and <b>no markup</b>\\n");
  for (int i = 0; i <= 100; ++i) std::printf("\\rprogress %d%%", i);
  std::printf("\\nsee main.cpp:4:3\\n");
}
`;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('colours and carriage returns are honoured, and a place leads into the editor', async ({ site }) => {
  await site.openProgram(program);
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('red and <b>no markup</b>\nprogress 100%\nsee main.cpp:4:3\n');
  const red = site.output.getByText('red', { exact: true });
  await expect(red).toHaveCSS('font-weight', '700');
  await site.output.getByRole('button', { name: 'main.cpp:4:3' }).click();
  await expect(site.editor).toBeFocused();
  await site.page.keyboard.type('HERE');
  await expect(site.page.locator('.view-lines')).toContainText('HEREstd::printf("\\x1b[1;31m');
});

test('the output is copied, downloaded, wrapped and cleared', async ({ site }) => {
  await site.openProgram(program);
  await site.runTo('Finished');
  const download = site.page.waitForEvent('download');
  await site.page.getByRole('button', { name: 'Download output' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved).toContain('red and <b>no markup</b>\nprogress 100%\nsee main.cpp:4:3\n');
  const wrap = site.page.getByRole('button', { name: 'Wrap lines' });
  await expect(wrap).toHaveAttribute('aria-pressed', 'true');
  await wrap.click();
  await expect(site.output.locator('.text').first()).toHaveCSS('white-space', 'pre');
  await site.page.getByRole('button', { name: 'Clear output' }).click();
  await expect(site.output.locator('.line')).toHaveCount(0);
});
