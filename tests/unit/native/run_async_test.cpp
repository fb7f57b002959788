#include <asyncio/asyncio.hpp>
#include <asyncio/run_async.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <filesystem>
#include <string>

using asyncio::Coro;
using asyncio::subprocess::PIPE;

// run_async() goes on when main() has returned, so these tests run this program again: a hidden test in it calls
// run_async(), and what is printed after the framework's report is seen from here.
namespace {

void say(const char* text) {
  std::puts(text);
  std::fflush(stdout);
}

Coro<int> answer(int value) {
  co_await asyncio::yield_now();
  say("runs");
  co_return value;
}

Coro<void> fail() {
  co_await asyncio::yield_now();
  throw std::runtime_error("nobody awaits this");
}

/// What this program says when it runs the hidden test, from the test's own words on.
Coro<std::string> output_of_test(std::string tag) {
  const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
  auto process =
      co_await asyncio::create_subprocess_exec(self, {tag}, {.stdout_ = PIPE, .stderr_ = asyncio::subprocess::STDOUT});
  const auto said = co_await process.communicate();
  CHECK(process.returncode() == 0);
  const std::string& all = said.first;
  const auto begin = all.find("main\n");
  co_return begin == std::string::npos ? all : all.substr(begin);
}

/// The lines that are not the framework's.
bool in_order(const std::string& text, const std::vector<std::string>& lines) {
  std::size_t at = 0;
  for (const std::string& line : lines) {
    at = text.find(line + '\n', at);
    if (at == std::string::npos) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("calls run_async() with a callback", "[.run_async_results]") {
  asyncio::run_async<int>(answer(3), [](const asyncio::Result<int>& result) {
    say(*result == 3 ? "got 3" : "got something else");
    // What is added meanwhile has its turn, too.
    asyncio::run_async<void>(fail(), [](const asyncio::Result<void>& failed) {
      say(asyncio::detail::describe(failed.exception()).c_str());
    });
  });
  say("main");
}

TEST_CASE("calls run_async() without a callback", "[.run_async_alone]") {
  const auto good = []() -> Coro<void> {
    const int value = co_await answer(4);
    say(value == 4 ? "good" : "bad");
  };
  asyncio::run_async(good());
  asyncio::run_async(fail());
  say("main");
}

TEST_CASE("run_async() runs one after the other when main() has returned, and tells what came of each") {
  asyncio::run([]() -> Coro<void> {
    const std::string with_results = co_await output_of_test("[.run_async_results]");
    INFO(with_results);
    CHECK(in_order(with_results, {"main", "runs", "got 3", "std::runtime_error: nobody awaits this"}));
    const std::string alone = co_await output_of_test("[.run_async_alone]");
    INFO(alone);
    CHECK(in_order(alone, {"main", "runs", "good", "run_async(): std::runtime_error: nobody awaits this"}));
  }());
}
