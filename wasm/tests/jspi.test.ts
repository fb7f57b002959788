/** The host in Chromium, where WebAssembly can wait for JavaScript. Node's is too old for that. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { RunResult } from '../api/types.ts';
import { hostUrl, openBlankPage, type BlankPage } from './browser.ts';
import { build } from './support.ts';

let blank: BlankPage;

before(async () => {
  blank = await openBlankPage();
});
after(() => blank?.close());

interface BrowserOutcome extends RunResult {
  stdout: string;
  /** How often a timer of the page fired while the program ran. */
  timers: number;
  events: string[];
}

async function runInBrowser(source: string, jspi: boolean): Promise<BrowserOutcome> {
  const module = Buffer.from(await build(source)).toString('base64');
  return blank.page.evaluate(
    async ({ module, url, jspi }) => {
      const { runProgram } = (await import(url)) as typeof import('../run/host.ts');
      let timers = 0;
      const timer = setInterval(() => timers++, 10);
      let stdout = '';
      const events: string[] = [];
      const bytes = Uint8Array.from(atob(module), (character) => character.charCodeAt(0));
      const result = await runProgram({
        module: bytes,
        jspi,
        onOutput: (_stream, text) => (stdout += text),
        onTrace: (batch) => events.push(...batch.map(({ kind }) => kind)),
      });
      clearInterval(timer);
      return { ...result, stdout, timers, events: [...new Set(events)] };
    },
    { module, url: hostUrl, jspi },
  );
}

const several = `
  asyncio::Coro<int> child(int n) { co_await asyncio::sleep(std::chrono::milliseconds(n)); if (n > 20) throw std::runtime_error("late"); co_return n; }
  asyncio::Coro<int> main_task() {
    auto slow = asyncio::create_task(child(25), {.name = "slow"});
    int sum = co_await child(5) + co_await child(6);
    try { co_await slow; } catch (const std::runtime_error& e) { std::println("caught {}", e.what()); }
    co_return sum;
  }
  int main() {
    int first = asyncio::run(main_task());
    std::println("first {}", first);
    return asyncio::run(main_task()) + 1;
  }`;

for (const jspi of [true, false]) {
  const how = jspi ? 'with JSPI' : 'without JSPI';

  test(`main waits in run() and goes on after it, ${how}`, async () => {
    const { stdout, exitCode, failure, events } = await runInBrowser(several, jspi);
    assert.deepEqual([stdout, exitCode, failure], ['caught late\nfirst 11\ncaught late\n', 12, undefined]);
    assert.deepEqual([...events].sort(), [
      'created',
      'done',
      'frame',
      'iteration',
      'renamed',
      'stepBegin',
      'stepEnd',
      'suspended',
      'timer',
      'woken',
    ]);
  });

  test(`a deadlock, an exit and a trap end the run, ${how}`, async () => {
    const deadlock = await runInBrowser(
      'int main() { asyncio::run([]() -> asyncio::Coro<void> { co_await asyncio::get_running_loop().create_future<int>(); }()); }',
      jspi,
    );
    assert.equal(deadlock.failure?.kind, 'deadlock');
    const exit = await runInBrowser(
      'asyncio::Coro<void> f() { co_await asyncio::sleep(1ms); std::exit(4); } int main() { asyncio::run(f()); }',
      jspi,
    );
    assert.deepEqual([exit.exitCode, exit.failure], [4, undefined]);
    const trap = await runInBrowser(
      'asyncio::Coro<void> f() { co_await asyncio::sleep(1ms); __builtin_trap(); } int main() { asyncio::run(f()); }',
      jspi,
    );
    assert.equal(trap.failure?.kind, 'abort');
  });
}

test('a busy loop of sleep(0) starves neither the page nor its own timers', async () => {
  const { stdout, timers } = await runInBrowser(
    `asyncio::Coro<void> busy(bool& stop) { while (!stop) co_await asyncio::sleep(0s); }
     asyncio::Coro<void> both() {
       bool stop = false;
       auto task = asyncio::create_task(busy(stop));
       co_await asyncio::sleep(200ms);
       stop = true;
       co_await task;
       std::println("stopped");
     }
     int main() { asyncio::run(both()); }`,
    true,
  );
  assert.equal(stdout, 'stopped\n');
  assert.ok(timers >= 5, `${timers} timers fired`);
});
