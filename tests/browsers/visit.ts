/** One short visit to the built site, the same in each browser. What is more is tested in Chromium alone, in `tests/e2e`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { frameReaches, leaveSomething, reachOfFrame, reachOfWorker, workerReaches } from '../e2e/support/escape.ts';
import serve from '../e2e/support/serve.ts';
import { asyncProgram, exampleFile } from '../e2e/support/site.ts';
import type { Driver } from './drivers/driver.ts';
import { Page } from './support/page.ts';

export interface Browser {
  start: () => Promise<Driver>;
  /** Whether its WebAssembly can wait for JavaScript. */
  jspi: boolean;
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

export function visit({ start, jspi }: Browser): void {
  let page: Page;
  let close = (): Promise<void> => Promise.resolve();

  before(async () => {
    const driver = await start();
    const stopServing = await serve();
    page = new Page(driver, process.env.SITE_URL ?? '');
    close = async () => {
      await driver.close();
      await stopServing();
    };
    await page.open();
  });
  after(() => close());

  /** A part of the visit: nothing may go wrong behind it. */
  const part = (title: string, run: () => Promise<void>): void =>
    void test(title, async () => {
      await run();
      assert.deepEqual(await page.faults(), []);
    });

  part('the first example runs as it is', async () => {
    assert.equal(await page.evaluate(() => 'Suspending' in WebAssembly), jspi);
    await page.runTo('Finished');
    assert.equal(await page.stdout(), exampleFile('hello.expected'));
    await page.contains('output', 'compiled in advance');
  });

  part('an edited program, with loops that try again and exceptions, compiles and prints what it should', async () => {
    await page.replaceText(read('programs/retries.cpp'));
    await page.runTo('Finished');
    assert.equal(await page.stdout(), read('programs/retries.expected'));
  });

  part('the timeline shows its tasks, each with its fate', async () => {
    const tasks = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-label=Tasks] [role=option]')].map((task) => task.ariaLabel),
    );
    for (const [name, fate] of [
      ['alpha', 'returned'],
      ['beta', 'returned'],
      ['gamma', 'failed'],
    ])
      assert.ok(
        tasks.some((task) => task?.includes(` ${name}, ${fate}`)),
        tasks.join('\n'),
      );
  });

  part('an error that is typed is underlined and told with its line', async () => {
    await page.openExample('hello');
    await page.shows('asyncio.hpp');
    const lines = exampleFile('hello.cpp').split('\n').length;
    await page.toEnd();
    await page.driver.type('oops');
    await page.contains('problems', `main.cpp:${lines}:1`);
    await page.contains('problems', "error: unknown type name 'oops'");
    await page.until(() => document.querySelector('.squiggly-error') !== null);
  });

  part('Stop ends a program without end', async () => {
    await page.openProgram('#include <cstdio>\nint main() { std::puts("in"); std::fflush(stdout); for (;;); }\n');
    await page.press('Run');
    await page.contains('output', 'in');
    await page.is('Running');
    await page.press('Stop');
    await page.is('Stopped');
  });

  part('a deadlock is told, with who waits', async () => {
    await page.openProgram(asyncProgram('  asyncio::Event event;\n  co_await event.wait();'));
    await page.runTo('Failed');
    await page.contains('output', 'Deadlock');
    await page.contains('output', 'Task-1');
  });

  part('a program that would escape is refused before it runs', async () => {
    await page.openProgram(read('../hostile/escape_function.cpp'));
    await page.runTo('Failed');
    await page.contains('output', 'refused before it ran');
    assert.equal(await page.stdout(), '');
  });

  part('the sandbox holds', async () => {
    await page.evaluate(leaveSomething);
    assert.deepEqual(await page.evaluateInFrame(reachOfFrame, page.url), frameReaches);
    assert.deepEqual(await page.evaluateInFrame(reachOfWorker, page.url), workerReaches);
  });

  const waiting = asyncProgram('  std::println("Grüße 漢字 🧵");\n  co_await asyncio::sleep(1h);');

  part('a link that Share made opens its program, where there is no JSPI too, and does not run it', async () => {
    await page.replaceText(waiting);
    await page.press('Share');
    const link = await page.until(() => document.querySelector<HTMLInputElement>('input[aria-label=Link]')?.value);
    assert.match(link, /#v1\/[\w-]+&by=[\d.]+$/);
    await page.openExample('hello');
    await page.driver.hideJspi();
    await page.open(new URL(link).hash);
    await page.shows('Grüße 漢字 🧵');
    await page.contains('output', 'Run the program');
  });

  part('without JSPI programs run in the fallback, with output as it comes, and can be stopped', async () => {
    assert.equal(await page.evaluate(() => 'Suspending' in WebAssembly), false);
    await page.openExample('hello');
    await page.press('Run');
    await page.contains('output', 'Hello');
    await page.is('Running');
    await page.is('Finished');
    assert.equal(await page.stdout(), exampleFile('hello.expected'));
    await page.openExample('wait_for');
    await page.press('Run');
    await page.is('Running');
    await page.press('Stop');
    await page.is('Stopped');
  });

  part('the benchmarks run', async () => {
    const address = await page.until(
      () => [...document.querySelectorAll('a')].find(({ textContent }) => textContent === 'Benchmarks')?.href,
    );
    await page.driver.goTo(`${address}?turns=1&ms=1&only=await_finished|lock_free`);
    await page.watch();
    await page.press('Run');
    await page.until(() => document.querySelector('[role=status]')?.textContent === 'Finished: 2 questions answered.');
    assert.equal(await page.evaluate(() => document.querySelectorAll('tbody tr').length), 2);
  });
}
