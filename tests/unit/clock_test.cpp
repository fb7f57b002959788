#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/log_capture.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

using Journal = std::vector<std::string>;

Coro<void> sleeps(Duration delay, Journal& journal, std::string name) {
  co_await asyncio::sleep(delay);
  journal.push_back(name);
}

}  // namespace

TEST_CASE("A loop with a manual clock wakes a sleeper only when the test moves the clock") {
  ManualClock clock;
  const auto script = [&](EventLoop& loop) {
    Journal journal;
    loop.create_task(sleeps(10ms, journal, "ten"));
    for (int i = 0; i < 5; ++i) loop.run_once();
    CHECK(journal.empty());
    CHECK(loop.time() == TimePoint());
    clock.advance(9ms);
    for (int i = 0; i < 5; ++i) loop.run_once();
    CHECK(journal.empty());
    clock.advance(1ms);
    // The timer's callback in one iteration, the task in the next.
    loop.run_once();
    CHECK(journal.empty());
    loop.run_once();
    CHECK(journal == Journal{"ten"});
  };
  step_by_hand(script, clock);
}

TEST_CASE("Sleepers of one moment wake in the order in which they went to sleep, earlier moments first") {
  ManualClock clock;
  const auto script = [&](EventLoop& loop) {
    Journal journal;
    loop.create_task(sleeps(2ms, journal, "late"));
    loop.create_task(sleeps(1ms, journal, "first"));
    loop.create_task(sleeps(1ms, journal, "second"));
    loop.run_once();
    clock.advance(5ms);
    run_until_idle(loop);
    CHECK(journal == Journal{"first", "second", "late"});
  };
  step_by_hand(script, clock);
}

TEST_CASE("A manual clock says the loop's time inside and outside of tasks") {
  ManualClock clock;
  clock.advance(3s);
  const auto script = [&](EventLoop& loop) {
    CHECK(loop.time() == clock.now());
    CHECK(Clock::now() == clock.now());
    clock.advance(1s);
    CHECK(loop.time().time_since_epoch() == 4s);
  };
  step_by_hand(script, clock);
}

TEST_CASE("A manual clock that nobody can move is a deadlock") {
  LogCapture log;
  ManualClock clock;
  EventLoop loop(std::make_unique<LonelyHost>(), clock);
  CHECK_THROWS_AS(loop.run_until_complete(asyncio::sleep(1s)), DeadlockError);
}

TEST_CASE("A run by a manual clock ends when a callback moves the clock") {
  ManualClock clock;
  auto outer = [&]() -> Coro<TimePoint> {
    get_running_loop().call_soon([&] { clock.advance(1h); });
    co_await asyncio::sleep(1h);
    co_return Clock::now();
  };
  CHECK(run(outer(), {.clock = clock}).time_since_epoch() == 1h);
}

TEST_CASE("The time outside of a running loop is an error") { CHECK_THROWS_AS(Clock::now(), std::runtime_error); }

TEST_CASE("Virtual time starts at zero and jumps to the next deadline when nothing is ready") {
  auto outer = []() -> Coro<void> {
    CHECK(Clock::now() == TimePoint());
    co_await asyncio::sleep(24h);
    CHECK(Clock::now().time_since_epoch() == 24h);
    co_await asyncio::sleep(Duration::zero());
    CHECK(Clock::now().time_since_epoch() == 24h);
  };
  run(outer(), {.clock = virtual_clock});
}

TEST_CASE("Virtual time stands still while something is ready") {
  auto outer = []() -> Coro<void> {
    auto task = create_task(asyncio::sleep(1s));
    for (int i = 0; i < 1000; ++i) co_await yield_now();
    CHECK(Clock::now() == TimePoint());
    co_await task;
    CHECK(Clock::now().time_since_epoch() == 1s);
  };
  run(outer(), {.clock = virtual_clock});
}

TEST_CASE("Two runs by virtual time do the same in the same order") {
  const auto journal_of_run = [] {
    Journal journal;
    auto outer = [&]() -> Coro<void> {
      std::vector<Coro<void>> all;
      for (int i = 0; i < 20; ++i) all.push_back(sleeps(1ms * ((i * 7) % 5), journal, std::to_string(i)));
      co_await gather(std::move(all));
    };
    run(outer(), {.clock = virtual_clock});
    return journal;
  };
  const Journal once = journal_of_run();
  CHECK(once.size() == 20);
  CHECK(once == journal_of_run());
  CHECK(once.front() == "0");
}

TEST_CASE("A loop that is not told its clock goes by virtual time where its host prefers that") {
  class DreamingHost : public LonelyHost {
   public:
    bool prefers_virtual_time() const override { return true; }
  };
  EventLoop loop(std::make_unique<DreamingHost>());
  loop.run_until_complete(asyncio::sleep(1h));
  CHECK(loop.time().time_since_epoch() == 1h);
}

TEST_CASE("Real time is what the host says") {
  struct SteppingHost : LonelyHost {
    TimePoint time{};
    TimePoint now() override { return time; }
    void poll(std::optional<Duration> timeout) override {
      if (timeout) time += *timeout;
    }
  };
  auto host = std::make_unique<SteppingHost>();
  auto& stepping = *host;
  EventLoop loop(std::move(host), real_clock);
  loop.run_until_complete(asyncio::sleep(5s));
  CHECK(stepping.time.time_since_epoch() == 5s);
}

TEST_CASE("A cancelled sleep takes its timer away") {
  ManualClock clock;
  const auto script = [&](EventLoop& loop) {
    auto task = loop.create_task(asyncio::sleep(1s));
    loop.run_once();
    CHECK(loop.core().timers().size() == 1);
    task.cancel();
    run_until_idle(loop);
    CHECK(task.cancelled());
    CHECK(loop.core().timers().empty());
  };
  step_by_hand(script, clock);
}

TEST_CASE("A timer at zero goes behind what is ready, and a timer of the past fires in the next iteration") {
  ManualClock clock;
  clock.advance(1s);
  const auto script = [&](EventLoop& loop) {
    Journal journal;
    loop.call_later(Duration::zero(), [&] { journal.push_back("timer"); });
    loop.call_at(TimePoint(), [&] { journal.push_back("past"); });
    loop.call_soon([&] { journal.push_back("soon"); });
    loop.run_once();
    CHECK(journal == Journal{"soon", "past", "timer"});
  };
  step_by_hand(script, clock);
}

TEST_CASE("A timer that an earlier callback of its iteration cancels does not run") {
  ManualClock clock;
  const auto script = [&](EventLoop& loop) {
    Journal journal;
    TimerHandle second;
    loop.call_later(1s, [&] { second.cancel(); });
    second = loop.call_later(1s, [&] { journal.push_back("second"); });
    clock.advance(1s);
    run_until_idle(loop);
    CHECK(journal.empty());
    CHECK(second.cancelled());
  };
  step_by_hand(script, clock);
}
