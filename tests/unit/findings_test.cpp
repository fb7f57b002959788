#include <asyncio/asyncio.hpp>
#include <asyncio/findings.hpp>
#include <catch2/catch_test_macros.hpp>
#include <sstream>
#include <thread>

#include "support/log_capture.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

/// The first line of each finding, without its place's line: that changes with this file.
template <class F>
std::string titles(F program, ClockChoice clock = virtual_clock) {
  std::ostringstream out;
  const LogCapture quiet;
  try {
    report_findings(program, {.clock = clock}, out);
  } catch (const std::exception& error) {
    out << "it failed\n";
  }
  std::string text;
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("    ")) continue;
    const std::size_t place = line.find("findings_test.cpp:");
    text += (place == 0 ? "here" + line.substr(line.find(':', 18)) : line) + '\n';
  }
  return text;
}

Coro<void> holds(Lock& lock, Duration time) {
  auto guard = co_await lock.scoped_lock();
  co_await sleep(time);
}
Coro<void> two_hold_long() {
  Lock lock;
  co_await gather(holds(lock, 5s), holds(lock, 5s));
}
Coro<void> two_hold_shortly() {
  Lock lock;
  co_await gather(holds(lock, 5ms), holds(lock, 5ms));
  co_await holds(lock, 1h);
}

Coro<void> fills(Queue<int>& queue) {
  for (int i = 0; i < 200; ++i) co_await queue.put(i);
}
Coro<void> leaves_queue_full() {
  Queue<int> queue;
  co_await fills(queue);
}
Coro<void> empties_queue() {
  Queue<int> queue;
  co_await fills(queue);
  while (!queue.empty()) co_await queue.get();
}

Coro<void> works() { co_await sleep(1h); }
Coro<void> serves(Queue<int>& queue) {
  for (;;) co_await queue.get();
}
Coro<void> leaves_work() {
  auto task = create_task(works(), {.name = "work"});
  co_await sleep(1s);
}
Coro<void> leaves_service() {
  Queue<int> queue;
  auto task = create_task(serves(queue));
  co_await sleep(1s);
}

Coro<void> waits_behind_who_forgets() {
  // One that lives on: else its end ends the wait.
  static Lock lock;
  auto forgets = create_task([](Lock& l) -> Coro<void> { co_await l.acquire(); }(lock));
  auto waits = create_task([](Lock& l) -> Coro<void> { co_await l.acquire(); }(lock));
  co_await forgets;
  co_await sleep(1s);
}

Coro<void> swallows() {
  try {
    co_await sleep(1h);
  } catch (const CancelledError&) {
  }
  co_await sleep(1s);
}
Coro<void> cancels_who_swallows() {
  auto task = create_task(swallows());
  co_await yield_now();
  task.cancel();
  co_await task;
}

Coro<void> fails() {
  co_await yield_now();
  throw std::runtime_error("no luck");
}
Coro<void> asks_nobody() {
  create_task(fails(), {.name = "unlucky"});
  co_await sleep(1s);
}
Coro<void> calls_and_forgets() {
  (void)works();
  co_return;
}

Coro<void> computes(Duration time) {
  co_await yield_now();
  std::this_thread::sleep_for(time);
}
Coro<void> blocks() { return computes(120ms); }

}  // namespace

TEST_CASE("A lock that is held across a long wait is reported, if others wait for it") {
  CHECK(titles(two_hold_long) == "here: Lock held across a long wait\n");
  CHECK(titles(two_hold_shortly).empty());
}

TEST_CASE("A queue that only grows is reported, one that is emptied later is not") {
  CHECK(titles(leaves_queue_full) == "here: A queue that only grows\n");
  CHECK(titles(empties_queue).empty());
}

TEST_CASE("A task in the middle of its work at the end is reported, one that serves is not") {
  CHECK(titles(leaves_work) == "here: Task still pending at exit\n");
  CHECK(titles(leaves_service).empty());
}

TEST_CASE("A wait for a lock that nobody will give back is reported") {
  CHECK(titles(waits_behind_who_forgets) == "here: A wait that nothing can end\n");
}

TEST_CASE("A swallowed cancellation is reported") {
  CHECK(titles(cancels_who_swallows) == "here: Cancellation swallowed\n");
}

TEST_CASE("What the library itself logs is reported, too") {
  CHECK(titles(asks_nobody) == "Exception never retrieved\n");
  CHECK(titles(calls_and_forgets) == "here: Coroutine never awaited\n");
}

TEST_CASE("A step that keeps the loop from all others is reported") {
  CHECK(titles(blocks, real_clock) == "here: Loop blocked\n");
}

TEST_CASE("A report has the sentence and the way to mend it, and the program its result") {
  std::ostringstream out;
  const int result = report_findings(
      []() -> Coro<int> {
        co_await two_hold_long();
        co_return 7;
      },
      {.clock = virtual_clock}, out);
  CHECK(result == 7);
  CHECK(out.str().find("held lock #1 while it waited here for sleep, and for 5.0 s ") != std::string::npos);
  CHECK(out.str().find("\n    Hold the lock only while") != std::string::npos);
}

TEST_CASE("What is no log shows nothing") {
  CHECK(find_mistakes("").empty());
  CHECK(find_mistakes("ASYNCLOG").empty());
  EventLog log;
  const std::string bytes = log.bytes();
  for (std::size_t length = 0; length <= bytes.size(); ++length)
    CHECK(find_mistakes(std::string_view(bytes).substr(0, length)).empty());
}
