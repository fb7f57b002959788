#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "support/log_reader.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

Lines record(EventLog& log, Coro<void> main) {
  step_by_hand([&](EventLoop& loop) {
    loop.set_observer(&log.observer());
    loop.create_task(std::move(main), {.name = "main"});
    while (true) {
      run_until_idle(loop);
      const auto delay = loop.core().next_delay();
      if (!delay) break;
      loop.run_once();
    }
    loop.set_observer(nullptr);
  });
  return LogReader(log.bytes()).lines();
}

Coro<int> inner(int n) {
  co_await sleep(1s);
  if (n == 2) throw std::runtime_error("two");
  co_return n;
}

Coro<int> outer(int n) { co_return co_await inner(n); }

Coro<void> gathers_named() {
  auto one = create_task(outer(1), {.name = "one"});
  auto two = create_task(outer(2), {.name = "two"});
  two.add_done_callback([](auto task) { (void)task.exception(); });
  co_await wait(one, two);
}

Coro<void> lingers() { co_await sleep(1h); }

Coro<void> cancels() {
  auto slow = create_task(lingers(), {.name = "slow"});
  co_await yield_now();
  slow.cancel("enough");
  co_await wait(slow);
}

Coro<void> yields(int times) {
  for (int i = 0; i < times; ++i) co_await yield_now();
}

}  // namespace

TEST_CASE("An event log tells who waits where, in which coroutines, and how it ended") {
  EventLog log;
  CHECK(record(log, gathers_named()) == Lines{
                                            "main runs gathers_named, made by - in <lambda>",
                                            "iteration 1",
                                            "main {",
                                            "one runs outer, made by main in gathers_named",
                                            "two runs outer, made by main in gathers_named",
                                            "main waits for wait in gathers_named",
                                            "main }",
                                            "iteration 2",
                                            "one {",
                                            "one waits for sleep in inner < outer",
                                            "one }",
                                            "two {",
                                            "two waits for sleep in inner < outer",
                                            "two }",
                                            "iteration 2",
                                            "- wakes one",
                                            "- wakes two",
                                            "iteration 2",
                                            "one {",
                                            "one returned",
                                            "one }",
                                            "two {",
                                            "two failed std::runtime_error: two",
                                            "two }",
                                            "iteration 3",
                                            "- wakes main",
                                            "iteration 1",
                                            "main {",
                                            "main returned",
                                            "main }",
                                        });
  CHECK(log.dropped() == 0);
}

TEST_CASE("An event log tells who asked for a cancel, with which message") {
  EventLog log;
  const Lines lines = record(log, cancels());
  CHECK(std::count(lines.begin(), lines.end(), "main cancels slow 'enough'") == 1);
  CHECK(std::count(lines.begin(), lines.end(), "slow cancelled") == 1);
}

TEST_CASE("A full event log drops the oldest events, counts them, and can still be read") {
  EventLog log(16 * 1024);
  const Lines lines = record(log, yields(2'000));
  REQUIRE(log.dropped() > 0);
  CHECK(lines.front() == "dropped " + std::to_string(log.dropped()));
  CHECK(lines.back().ends_with(" }"));
  CHECK(log.bytes().size() < 20 * 1024);
  // Each piece says anew which texts and frames it names.
  CHECK(std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
          return line.ends_with("waits for sleep(0) in yields");
        }) != lines.end());
}

TEST_CASE("An event log is written to a stream as it is") {
  EventLog log;
  record(log, yields(3));
  std::ostringstream out;
  log.save(out);
  CHECK(out.str() == log.bytes());
}

TEST_CASE("A task of a bare operation is called by it") {
  EventLog log;
  const Lines lines = record(log, [](auto) -> Coro<void> {
    auto task = create_task(sleep(1s), {.name = "nap"});
    co_await task;
  }(0));
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [](const std::string& line) { return line.starts_with("nap runs sleep, made by main"); }) == 1);
}
