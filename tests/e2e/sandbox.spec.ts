/** Where programs run: what somebody who had got out of WebAssembly would find there. */
import type { BrowserContext, Frame } from '@playwright/test';
import { frameReaches, leaveSomething, reachOfFrame, reachOfWorker, workerReaches } from './support/escape.ts';
import { expect, Site, firstVisit as test } from './support/site.ts';

/** Opens the page where what is refused may be reported: it is what is tried. */
async function sandboxOf(context: BrowserContext): Promise<Frame> {
  const site = new Site(await context.newPage());
  await site.open();
  await site.page.evaluate(leaveSomething);
  await expect.poll(() => site.page.frames().length).toBe(2);
  const [frame] = site.page.mainFrame().childFrames();
  if (frame === undefined) throw new Error('the page has no frame');
  await frame.waitForLoadState();
  return frame;
}

test('the frame has no origin, no storage and no network', async ({ context, site }) => {
  const frame = await sandboxOf(context);
  expect(await frame.evaluate(reachOfFrame, site.url)).toEqual(frameReaches);
});

test('a Worker in it reaches nothing either, whatever it does', async ({ context, site }) => {
  const frame = await sandboxOf(context);
  expect(await frame.evaluate(reachOfWorker, site.url)).toEqual(workerReaches);
});

test('a Worker in it starts no other from the site', async ({ context, site }) => {
  const frame = await sandboxOf(context);
  const nested = 'onmessage = ({ data }) => { new Worker(data).onerror = () => postMessage("refused"); }';
  const found = await frame.evaluate(
    ([text, url]) =>
      new Promise((resolve) => {
        const worker = new Worker(URL.createObjectURL(new Blob([text])));
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => resolve('refused');
        worker.postMessage(url);
      }),
    [nested, site.url] as const,
  );
  expect(found).toBe('refused');
});

test('the sandbox’s document does nothing outside of a sandbox', async ({ context }) => {
  const url = (await sandboxOf(context)).url();
  const other = await context.newPage();
  await other.goto(url);
  const workers = await other.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    postMessage({ kind: 'spawn', id: 1 }, '*', [port2]);
    let heard = 0;
    port1.onmessage = () => ++heard;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return heard;
  });
  expect(workers).toBe(0);
  expect(other.workers()).toEqual([]);
});

test('a program that imports what is not offered is refused before it runs', async ({ site }) => {
  await site.openProgram(`#include <cstdio>
static __externref_t table[0];
__attribute__((import_module("constructor"), import_name("values"))) __externref_t values(__externref_t);
int main() { std::puts("ran"); __builtin_wasm_table_grow(table, values(__builtin_wasm_ref_null_extern()), 1); }
`);
  await site.runTo('Failed');
  await expect(site.output).toContainText('refused before it ran: it imports "values" from "constructor"');
  expect(await site.stdout()).toBe('');
  await site.openExample('hello');
  await site.runTo('Finished');
});

test('a sandbox that cannot be loaded is told of', async ({ site }) => {
  await site.page.route('**/sandbox-*.html', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await site.open();
  await site.run.click();
  await expect(site.output).toContainText('The sandbox in which programs run did not start', { timeout: 40_000 });
  await site.is('Failed');
});
