/** Programs from their source to their output: they pin the pair of compiler and sysroot. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runProgram } from '../run/host.ts';
import { siteDir } from '../../tools/site/parts.ts';
import { root } from '../../tools/toolchain/paths.mjs';
import { compile, run } from './support.ts';

const examples = join(root, 'web', 'examples');

for (const file of readdirSync(examples).filter((name) => name.endsWith('.cpp'))) {
  const name = file.slice(0, -4);
  test(`${name} prints what Python prints, edited and as it was built`, async () => {
    const expected = readFileSync(join(examples, `${name}.expected`), 'utf8');
    const edited = await compile(`// edited\n${readFileSync(join(examples, file), 'utf8')}`);
    assert.deepEqual(edited.diagnostics, []);
    assert.ok(edited.module, edited.text);
    const list = JSON.parse(readFileSync(join(siteDir, 'examples', 'examples.json'), 'utf8')) as Record<string, string>;
    const built = readFileSync(join(siteDir, 'examples', list[name] ?? ''));
    for (const module of [edited.module, built]) {
      let stdout = '';
      const result = await runProgram({ module, clock: 'virtual', onOutput: (_stream, text) => (stdout += text) });
      assert.deepEqual([stdout, result.exitCode, result.failure], [expected, 0, undefined]);
    }
  });
}

test('an exception is thrown and caught across suspended coroutines', async () => {
  const { stdout, failure } = await run(`
    struct Guard { const char* name; ~Guard() { std::println("~{}", name); } };
    asyncio::Coro<int> inner() { Guard g{"inner"}; co_await asyncio::sleep(1ms); throw std::runtime_error("deep"); }
    asyncio::Coro<int> middle() { Guard g{"middle"}; co_return co_await inner(); }
    asyncio::Coro<void> outer() {
      try { co_await middle(); } catch (const std::runtime_error& e) { std::println("caught {}", e.what()); }
      auto task = asyncio::create_task(middle());
      try { co_await task; } catch (...) { std::println("again"); }
    }
    int main() { asyncio::run(outer()); }`);
  assert.equal(failure, undefined);
  assert.equal(stdout, '~inner\n~middle\ncaught deep\n~inner\n~middle\nagain\n');
});

test('loops with catch round co_await run as they are written', async () => {
  const { stdout, failure } = await run(`
    #include <memory>
    asyncio::Coro<int> flaky(int attempt) {
      co_await asyncio::sleep(0s);
      if (attempt < 3) throw std::runtime_error("attempt " + std::to_string(attempt));
      co_return attempt;
    }
    asyncio::Coro<void> endless() {
      for (int attempt = 1; ; ++attempt) {
        try {
          int result = co_await flaky(attempt);
          std::println("got {}", result);
          break;
        } catch (const std::exception& e) {
          std::println("{}", e.what());
        }
      }
    }
    asyncio::Coro<int> two_loops() {
      int tries = 0;
      while (tries < 2) {
        try { co_await flaky(tries); } catch (...) { ++tries; continue; }
      }
      do {
        try { co_await flaky(tries); co_return tries; } catch (const std::runtime_error&) { ++tries; }
      } while (tries < 10);
      co_return -1;
    }
    asyncio::Coro<std::string> nested(std::vector<int> starts) {
      std::string log;
      for (int start : starts) {
        auto owned = std::make_unique<int>(start);
        for (int attempt = start; attempt < start + 2; ++attempt) {
          try {
            log += std::to_string(co_await flaky(attempt)) + " ";
            try { co_await flaky(*owned); log += "inner "; } catch (const std::logic_error&) { log += "never "; }
            break;
          } catch (const std::exception& e) {
            log += e.what();
            log += "; ";
          }
        }
        try { co_await flaky(start); } catch (...) { log += "again; "; }
      }
      co_return log;
    }
    asyncio::AsyncGenerator<int> retries() {
      for (int i = 0; i < 4; ++i) {
        try { co_await flaky(i); co_yield i; } catch (const std::exception&) { std::println("skipped {}", i); }
      }
    }
    asyncio::Coro<void> cancelled() {
      // Destroyed and unwound in the middle of such a loop.
      auto task = asyncio::create_task([]() -> asyncio::Coro<void> {
        for (;;) {
          try { co_await asyncio::sleep(1h); } catch (const std::exception&) { std::println("never"); }
        }
      }());
      co_await asyncio::sleep(0s);
      task.cancel();
      try { co_await task; } catch (const asyncio::CancelledError&) { std::println("cancelled"); }
    }
    asyncio::Coro<void> all() {
      co_await endless();
      std::println("{}", co_await two_loops());
      std::println("{}", co_await nested({1, 2, 3}));
      auto generator = retries();
      while (auto value = co_await generator.next()) std::println("yielded {}", *value);
      co_await cancelled();
    }
    int main() { asyncio::run(all()); }`);
  assert.equal(failure, undefined);
  assert.equal(
    stdout,
    `attempt 1
attempt 2
got 3
3
attempt 1; attempt 2; again; attempt 2; 3 attempt 2; again; 3 inner 
skipped 0
skipped 1
skipped 2
yielded 3
cancelled
`,
  );
});

test('coroutines that are destroyed in such a loop run their destructors', async () => {
  const { stdout, failure } = await run(`
    struct Guard { ~Guard() { std::println("released"); } };
    asyncio::Coro<void> waits() {
      for (;;) {
        Guard guard;
        try { co_await asyncio::sleep(1h); } catch (const std::exception&) { std::println("never"); }
      }
    }
    int main() {
      asyncio::EventLoop loop;
      auto task = loop.create_task(waits());
      loop.call_soon([&] { loop.call_soon([&] { loop.stop(); }); });
      loop.run_forever();
      loop.close();
      std::println("closed");
    }`);
  assert.equal(failure, undefined);
  assert.equal(stdout, 'released\nclosed\n');
});

test('run() in the middle of main: what follows it runs after it, and exceptions come out of it', async () => {
  const { stdout, exitCode } = await run(`
    asyncio::Coro<int> value() { co_await asyncio::sleep(5ms); co_return 7; }
    asyncio::Coro<void> fails() { co_await asyncio::sleep(1ms); throw std::logic_error("out"); }
    struct Global { ~Global() { std::println("global destroyed"); } } global;
    int main(int argc, char** argv) {
      std::println("{} {}", argc, argv[0]);
      int v = asyncio::run(value());
      try { asyncio::run(fails()); } catch (const std::logic_error& e) { std::println("{}", e.what()); }
      return v;
    }`);
  assert.deepEqual([stdout, exitCode], ['1 main\nout\nglobal destroyed\n', 7]);
});

test('awaits nest a million deep', async () => {
  const { stdout, failure } = await run(`
    asyncio::Coro<int> down(int depth) {
      if (depth == 0) { co_await asyncio::sleep(0s); co_return 0; }
      co_return 1 + co_await down(depth - 1);
    }
    int main() { std::println("{}", asyncio::run(down(1'000'000))); }`);
  assert.equal(failure, undefined);
  assert.equal(stdout, '1000000\n');
});

test('virtual time costs none', async () => {
  const { wallMs, stdout } = await run('int main() { asyncio::run(asyncio::sleep(3600s)); std::println("later"); }', {
    clock: 'virtual',
  });
  assert.equal(stdout, 'later\n');
  assert.ok(wallMs < 5000);
});

test('random numbers, clocks and standard input are there', async () => {
  const { stdout, failure } = await run(`
    #include <iostream>
    #include <random>
    int main() {
      std::random_device device;
      const bool random = device() != device() || device() != device();
      const bool late = std::chrono::system_clock::now().time_since_epoch() > 1'500'000'000s;
      std::string line;
      std::println("{} {} {}", random, late, static_cast<bool>(std::getline(std::cin, line)));
    }`);
  assert.equal(failure, undefined);
  assert.equal(stdout, 'true true false\n');
});

test('a program has its arguments and its environment', async () => {
  const source = `int main(int count, char** values) {
    for (int i = 1; i < count; ++i) std::println("{}", values[i]);
    std::println("{} {}", std::getenv("NAME"), std::getenv("OTHER") == nullptr);
  }`;
  const { stdout } = await run(source, { args: ['one', 'two words'], env: { NAME: 'größer' } });
  assert.equal(stdout, 'one\ntwo words\ngrößer true\n');
});
