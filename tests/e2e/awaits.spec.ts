import { asyncProgram, expect, sameVisit as test } from './support/site.ts';

test('a chain of a million awaits', async ({ site }) => {
  const chain = 'asyncio::Coro<int> chain(int depth) { co_return depth == 0 ? 0 : 1 + co_await chain(depth - 1); }\n';
  await site.openProgram(asyncProgram('  std::println("{}", co_await chain(1\'000\'000));', chain));
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('1000000\n');
});

test('exceptions go through awaits, and destructors run on the way', async ({ site }) => {
  const before = `
struct Guard {
  int depth;
  ~Guard() { std::println("leaves {}", depth); }
};
asyncio::Coro<void> dive(int depth) {
  Guard guard{depth};
  co_await asyncio::sleep(1ms);
  if (depth == 0) throw std::invalid_argument("at the bottom");
  co_await dive(depth - 1);
}
`;
  const body =
    '  try {\n    co_await dive(2);\n  } catch (const std::invalid_argument& e) {\n    std::println("caught {}", e.what());\n  }';
  await site.openProgram(asyncProgram(body, before));
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('leaves 0\nleaves 1\nleaves 2\ncaught at the bottom\n');
});

test('a retry loop with a catch round the await is not miscompiled', async ({ site }) => {
  const before = `
asyncio::Coro<int> flaky(int attempt) {
  co_await asyncio::sleep(1ms);
  if (attempt < 3) throw std::runtime_error("attempt " + std::to_string(attempt));
  co_return attempt;
}
`;
  const body = `  for (int attempt = 1;; ++attempt) {
    try {
      std::println("got {}", co_await flaky(attempt));
      break;
    } catch (const std::runtime_error& e) {
      std::println("retry after {}", e.what());
    }
  }
  std::println("done");`;
  await site.openProgram(asyncProgram(body, before));
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('retry after attempt 1\nretry after attempt 2\ngot 3\ndone\n');
});

test('code after asyncio::run goes on, with its result and its exceptions', async ({ site }) => {
  await site.openProgram(`#include <asyncio/asyncio.hpp>
#include <print>
#include <stdexcept>
using namespace std::chrono_literals;
asyncio::Coro<int> answer() { co_await asyncio::sleep(5ms); co_return 42; }
asyncio::Coro<void> fails() { co_await asyncio::sleep(5ms); throw std::runtime_error("out of run"); }
int main() {
  std::println("{}", asyncio::run(answer()));
  try { asyncio::run(fails()); } catch (const std::runtime_error& e) { std::println("{}", e.what()); }
  std::println("after");
}
`);
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('42\nout of run\nafter\n');
});
