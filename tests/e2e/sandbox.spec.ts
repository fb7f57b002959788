/** Where programs run: what somebody who had got out of WebAssembly would find there. */
import type { Frame, Worker } from '@playwright/test';
import { asyncProgram, expect, test, type Site } from './support/site.ts';

const waiting = asyncProgram('  std::println("running");\n  co_await asyncio::sleep(1h);');

async function sandboxOf(site: Site): Promise<Frame> {
  await expect.poll(() => site.page.frames().length).toBe(2);
  const [frame] = site.page.mainFrame().childFrames();
  if (frame === undefined) throw new Error('the page has no frame');
  await frame.waitForLoadState();
  return frame;
}

/** The Worker of the program that runs. */
async function runningWorker(site: Site): Promise<Worker> {
  const isProgram = (worker: Worker): boolean => worker.url().startsWith('blob:null/');
  await site.openProgram(waiting);
  await site.run.click();
  await expect(site.output).toContainText('running');
  const worker = site.page.workers().find(isProgram);
  if (worker === undefined) throw new Error('no Worker runs in the sandbox');
  return worker;
}

test('the frame has no origin, no storage and no network', async ({ site }) => {
  await site.open();
  const frame = await sandboxOf(site);
  const found = await frame.evaluate(async (url) => {
    const attempt = async (what: () => unknown): Promise<string> => {
      try {
        await what();
        return 'allowed';
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    };
    return {
      origin: self.origin,
      cookie: await attempt(() => document.cookie),
      storage: await attempt(() => localStorage.length),
      page: await attempt(() => parent.document.title),
      fetch: await attempt(() => fetch(url, { credentials: 'include' })),
      eval: await attempt(() => (0, eval)('1')),
    };
  }, site.url);
  expect(found).toEqual({
    origin: 'null',
    cookie: 'SecurityError',
    storage: 'SecurityError',
    page: 'SecurityError',
    fetch: 'TypeError',
    eval: 'EvalError',
  });
});

test('the Worker of a program has nothing that leads outside', async ({ site }) => {
  const worker = await runningWorker(site);
  const left = await worker.evaluate(() => {
    const names = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'Worker', 'SharedWorker'];
    const more = ['indexedDB', 'caches', 'BroadcastChannel', 'importScripts', 'navigator', 'FileReader', 'cookieStore'];
    return [...names, ...more].filter((name) => name in globalThis);
  });
  expect(left).toEqual([]);
  const tried = await worker.evaluate(async (url) => {
    const attempt = async (what: () => unknown): Promise<string> => {
      try {
        await what();
        return 'allowed';
      } catch {
        return 'refused';
      }
    };
    return {
      origin: self.origin,
      import: await attempt(() => import(/* @vite-ignore */ url)),
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what is tried
      function: await attempt(() => new Function('return 1')),
    };
  }, `${site.url}index.html`);
  expect(tried).toEqual({ origin: 'null', import: 'refused', function: 'refused' });
});

test('the sandbox’s document does nothing outside of a sandbox', async ({ site, context }) => {
  await site.open();
  const { url } = { url: (await sandboxOf(site)).url() };
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
