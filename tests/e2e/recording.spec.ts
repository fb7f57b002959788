/** Recordings of native programs, opened in the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Site, sameVisit as test } from './support/site.ts';

const recording = readFileSync(join(import.meta.dirname, 'recordings/workers.asynclog'));

async function choose(site: Site, name: string, buffer: Buffer): Promise<void> {
  const chooser = site.page.waitForEvent('filechooser');
  await site.page.getByRole('button', { name: 'Open recording' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

test('a recording is shown like a run: lanes, instants, tasks', async ({ site, page }) => {
  await site.open();
  await choose(site, 'workers.asynclog', recording);
  await expect(site.output).toContainText('workers.asynclog: 7 tasks');
  await expect(site.tasks.getByRole('option', { name: 'worker(1), returned' })).toBeVisible();
  await expect(site.tasks.getByRole('option', { name: 'worker(3) endless, cancelled' })).toBeVisible();
  await expect(site.tasks.getByRole('option', { name: 'broken, failed' })).toBeVisible();
  await expect(site.timeline).toContainText('Of a recording, not of the editor’s text.');
  await site.tasks.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  await site.instant.fill('40');
  const task = page.getByRole('region', { name: 'Task', exact: true });
  await expect(task.getByRole('heading')).toHaveText('worker(2)');
  await expect(task.locator('[data-task=stack]')).toContainText(/worker\s+workers\.cpp:\d+/);
  await expect(task.getByRole('button', { name: /^line/ })).toHaveCount(0);
});

test('a run takes the place of a recording, and a recording that of a run', async ({ site }) => {
  await site.open();
  await choose(site, 'workers.asynclog', recording);
  await expect(site.tasks.getByRole('option', { name: 'broken, failed' })).toBeVisible();
  await site.runTo('Finished');
  await expect(site.tasks.getByRole('option', { name: 'broken, failed' })).toHaveCount(0);
  await expect(site.timeline).not.toContainText('Of a recording');
  await choose(site, 'again.asynclog', recording);
  await expect(site.tasks.getByRole('option', { name: 'broken, failed' })).toBeVisible();
});

test('it can be dropped on the page', async ({ site, page }) => {
  await site.open();
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'dropped.asynclog'));
      return data;
    },
    [...recording],
  );
  await site.editor.dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop a recording to open it')).toBeVisible();
  await site.editor.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('Drop a recording to open it')).toHaveCount(0);
  await expect(site.output).toContainText('dropped.asynclog: 7 tasks');
});

test('a file that is none, or is damaged, is told of', async ({ site, page }) => {
  await site.open();
  await choose(site, 'page.html', Buffer.from('<!doctype html><title>none</title> and more of it'));
  await expect(page.getByText('This file is no recording')).toBeVisible();
  await choose(site, 'cut.asynclog', recording.subarray(0, recording.length - 8));
  await expect(page.getByText('This recording is damaged: its last record is cut.')).toBeVisible();
  // What came before is shown.
  await expect(site.tasks.getByRole('option', { name: 'worker(1), returned' })).toBeVisible();
});
