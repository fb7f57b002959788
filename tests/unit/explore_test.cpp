#include <asyncio/asyncio.hpp>
#include <asyncio/testing.hpp>
#include <catch2/catch_test_macros.hpp>
#include <iostream>

using namespace asyncio;
using namespace std::chrono_literals;
using testing::explore;

namespace {

struct Bank {
  int balance = 0;
};

Coro<void> check_then_act(Bank& bank) {
  co_await sleep(1s);
  if (bank.balance == 0) throw std::runtime_error("insufficient funds");
}

Coro<void> pay_in(Bank& bank) {
  co_await sleep(1s);
  bank.balance = 1;
}

Coro<void> racy_bank() {
  Bank bank;
  auto paying = create_task(pay_in(bank), {.name = "payer"});
  auto checking = create_task(check_then_act(bank), {.name = "checker"});
  co_await gather(paying, checking);
}

Coro<void> sleeper(std::string name, Lock& lock) {
  const auto guard = co_await lock.scoped_lock();
  co_await sleep(10ms);
  std::cout << name << '\n';
}

Coro<void> locked() {
  Lock lock;
  co_await gather(sleeper("a", lock), sleeper("b", lock), sleeper("c", lock));
}

Coro<int> sequential() {
  co_await sleep(1h);
  co_return 42;
}

Coro<void> takes(Lock& first, Lock& second) {
  const auto one = co_await first.scoped_lock();
  co_await yield_now();
  const auto two = co_await second.scoped_lock();
}

Coro<void> philosophers() {
  Lock left, right;
  auto a = create_task(takes(left, right), {.name = "a"});
  co_await a;
  co_await gather(takes(left, right), takes(right, left));
}

Coro<void> equal_timers() {
  std::string order;
  EventLoop& loop = get_running_loop();
  for (const char* name : {"a", "b", "c"}) loop.call_later(1s, [&order, name] { order += name; });
  loop.call_later(2s, [&order] { order += 'z'; });
  co_await sleep(3s);
  std::cout << order << '\n';
}

Coro<void> callbacks() {
  std::string order;
  EventLoop& loop = get_running_loop();
  for (const char* name : {"a", "b", "c"}) loop.call_soon([&order, name] { order += name; });
  co_await sleep(1s);
  std::cout << order << '\n';
}

Coro<void> lost_wakeup() {
  Event event;
  auto setter = create_task(
      [](Event& e) -> Coro<void> {
        e.set();
        e.clear();
        co_return;
      }(event),
      {.name = "setter"});
  auto waiter = create_task([](Event& e) -> Coro<void> { co_await e.wait(); }(event), {.name = "waiter"});
  co_await gather(setter, waiter);
}

}  // namespace

TEST_CASE("A race between equal timers is found by one deviation, and told in words") {
  const testing::Exploration found = explore(racy_bank);
  CHECK_FALSE(found);
  REQUIRE(found.groups.size() == 2);
  CHECK_FALSE(found.groups[0].simplest.failed());
  CHECK(found.groups[0].simplest.schedule.empty());
  const testing::ScheduledRun& lost = found.groups[1].simplest;
  CHECK(lost.ending == "std::runtime_error: insufficient funds");
  REQUIRE(lost.schedule.size() == 1);
  CHECK(lost.schedule[0].words.ends_with(" s checker (check_then_act) before payer (pay_in)"));
}

TEST_CASE("A schedule that was found can be run again, from its text, too") {
  const testing::Exploration found = explore(racy_bank);
  REQUIRE(found.groups.size() == 2);
  const std::string text = testing::to_string(found.groups[1].simplest.schedule);
  const testing::ScheduledRun again = testing::run_scheduled(racy_bank, testing::parse_schedule(text));
  CHECK(again.ending == "std::runtime_error: insufficient funds");
  CHECK(testing::to_string(again.schedule) == text);
}

TEST_CASE("What tasks print tells runs apart, and a lock keeps its line in each order") {
  const testing::Exploration found = explore(locked, {.runs = 200});
  CHECK(found);
  CHECK(found.runs == 200);
  CHECK(found.groups.size() == 6);
  CHECK(found.groups[0].simplest.output == "a\nb\nc\n");
}

TEST_CASE("Timers that are due at the same time have no order, those of another time and callbacks keep theirs") {
  const testing::Exploration timers = explore(equal_timers, {.runs = 200});
  CHECK(timers.groups.size() == 6);
  CHECK(timers.groups[0].simplest.output == "abcz\n");
  for (const auto& group : timers.groups) CHECK(group.simplest.output.ends_with("z\n"));
  CHECK(explore(callbacks).deterministic());
}

TEST_CASE("A program of one task is run once: there is nothing to choose") {
  const testing::Exploration found = explore(sequential);
  CHECK(found.deterministic());
  CHECK(found.runs == 1);
  CHECK(found.groups[0].simplest.output == "42\n");
}

TEST_CASE("Deadlocks are found that first in, first out does not have") {
  const testing::Exploration found = explore(lost_wakeup);
  CHECK_FALSE(found.passed());
  CHECK_FALSE(explore(philosophers).passed());
}

TEST_CASE("The same seed finds the same") {
  const auto first = explore(locked, {.runs = 50, .seed = 7});
  const auto second = explore(locked, {.runs = 50, .seed = 7});
  REQUIRE(first.groups.size() == second.groups.size());
  for (std::size_t i = 0; i < first.groups.size(); ++i) {
    CHECK(first.groups[i].runs == second.groups[i].runs);
    CHECK(first.groups[i].simplest.output == second.groups[i].simplest.output);
    CHECK(first.groups[i].simplest.schedule == second.groups[i].simplest.schedule);
  }
}

TEST_CASE("Whatever is no schedule is refused") {
  CHECK(testing::parse_schedule("fifo").empty());
  CHECK(testing::to_string(testing::parse_schedule("3.0:1,7.2:1")) == "3.0:1,7.2:1");
  for (const char* wrong : {"", "1", "1.2", "1.2:", "1.2:3,", "1.2:3x", "a.b:c", "1.2:3;4.5:6", "-1.2:3"})
    CHECK_THROWS_AS(testing::parse_schedule(wrong), std::invalid_argument);
}
