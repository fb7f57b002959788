#include <asyncio/asyncio.hpp>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <thread>
#include <vector>

using asyncio::Coro;
using namespace std::chrono_literals;

namespace {

asyncio::ContextVar<std::string> user("user", "nobody");

/// Blocks a thread until it is opened.
class Gate {
 public:
  void open() { open_ = true, open_.notify_all(); }
  void pass() const { open_.wait(false); }

 private:
  std::atomic<bool> open_{false};
};

}  // namespace

TEST_CASE("to_thread() runs elsewhere, in a copy of the context") {
  asyncio::run([]() -> Coro<void> {
    user.set("ann");
    const auto here = std::this_thread::get_id();
    const auto call = [here](int n) {
      CHECK(std::this_thread::get_id() != here);
      const std::string before = user.get();
      user.set("bob");
      return before + std::to_string(n) + user.get();
    };
    const auto got = co_await asyncio::to_thread(call, 7);
    CHECK(got == "ann7bob");
    CHECK(user.get() == "ann");
  }());
}

TEST_CASE("What a thread throws comes out of the await") {
  asyncio::run([]() -> Coro<void> {
    bool caught = false;
    try {
      co_await asyncio::to_thread([] { throw std::invalid_argument("no"); });
    } catch (const std::invalid_argument&) {
      caught = true;
    }
    CHECK(caught);
  }());
}

TEST_CASE("A call that waits for a thread can be taken back, one that runs cannot") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    asyncio::ThreadPool pool(1);
    Gate gate;
    Gate started;
    std::atomic<int> calls{0};
    auto first = loop.run_in_executor(&pool, [&] { started.open(), gate.pass(), ++calls; });
    auto second = loop.run_in_executor(&pool, [&] { ++calls; });
    started.pass();
    first.cancel();
    second.cancel();
    co_await asyncio::sleep(0ms);
    gate.open();
    co_await loop.run_in_executor(&pool, [] {});
    CHECK(calls == 1);
  }());
}

TEST_CASE("Move-only arguments and results travel through a thread") {
  asyncio::run([]() -> Coro<void> {
    auto work = [](std::unique_ptr<int>& number) { return std::make_unique<int>(*number + 1); };
    auto number = std::make_unique<int>(41);
    auto got = co_await asyncio::to_thread(work, std::move(number));
    CHECK(*got == 42);
  }());
}

TEST_CASE("What a call owns dies on the loop's thread") {
  struct Owned {
    explicit Owned(std::thread::id& d) : died_on(d) {}
    ~Owned() { died_on = std::this_thread::get_id(); }
    std::thread::id& died_on;
  };
  std::thread::id died_on;
  asyncio::run([](std::thread::id& out) -> Coro<void> {
    auto owned = std::make_unique<Owned>(out);
    auto call = [owned = std::move(owned)] {};
    co_await asyncio::to_thread(std::move(call));
  }(died_on));
  CHECK(died_on == std::this_thread::get_id());
}

TEST_CASE("Virtual time stands still while a thread works") {
  asyncio::run(
      []() -> Coro<void> {
        auto work = [] {
          std::this_thread::sleep_for(20ms);
          return 1;
        };
        const auto got = co_await asyncio::wait_for(asyncio::to_thread(work), 1ms);
        CHECK(got == 1);
      }(),
      {.clock = asyncio::virtual_clock});
}

TEST_CASE("A callback that is handed in keeps its turn before what the loop's own thread schedules after it") {
  std::string order;
  asyncio::EventLoop loop;
  loop.call_soon([&] { order += '1'; });
  std::thread([&] { loop.call_soon_threadsafe([&] { order += '2'; }); }).join();
  loop.call_soon([&] { order += '3'; });
  loop.call_soon_threadsafe([&] { order += '4'; });
  auto task = loop.create_task([](std::string& out) -> Coro<void> {
    out += '5';
    auto& running = asyncio::get_running_loop();
    std::thread([&] { running.call_soon_threadsafe([&] { out += '6'; }); }).join();
    running.call_soon([&] { out += '7'; });
    running.call_soon_threadsafe([&] { out += '8'; });
    co_await asyncio::sleep(0s);
    out += '9';
  }(order));
  loop.run_until_complete(task);
  CHECK(order == "123456789");
}

TEST_CASE("Callbacks from many threads all arrive, in the order of each thread") {
  constexpr int threads = 4;
  constexpr int calls = 500;
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    std::vector<std::vector<int>> seen(threads);
    int left = threads * calls;
    auto done = loop.create_future<void>();
    std::vector<std::thread> running;
    for (int t = 0; t < threads; ++t) {
      running.emplace_back([&, t] {
        for (int n = 0; n < calls; ++n) {
          loop.call_soon_threadsafe([&, t, n] {
            seen[static_cast<std::size_t>(t)].push_back(n);
            if (--left == 0) done.set_result();
          });
        }
      });
    }
    co_await done;
    for (auto& thread : running) thread.join();
    for (const auto& numbers : seen) CHECK(std::is_sorted(numbers.begin(), numbers.end()));
  }());
}

TEST_CASE("A callback from another thread has that thread's values of context variables, and can be cancelled") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    std::string seen;
    bool cancelled_ran = false;
    auto done = loop.create_future<void>();
    std::thread other([&] {
      user.set("carl");
      auto handle = loop.call_soon_threadsafe([&] { cancelled_ran = true; });
      handle.cancel();
      CHECK(handle.cancelled());
      loop.call_soon_threadsafe([&] {
        seen = user.get();
        done.set_result();
      });
      user.set("dora");
    });
    // The loop is busy here until both are handed in.
    other.join();
    co_await done;
    CHECK(seen == "carl");
    CHECK_FALSE(cancelled_ran);
  }());
}

TEST_CASE("run_coroutine_threadsafe() gives results, errors and cancellations to the other thread") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const auto answer = [](int n) -> Coro<std::unique_ptr<int>> {
      co_await asyncio::sleep(1ms);
      if (n == 2) throw std::out_of_range("two");
      if (n == 3) throw asyncio::CancelledError();
      co_return std::make_unique<int>(n);
    };
    const auto ask = [&] {
      CHECK(*asyncio::run_coroutine_threadsafe(answer(1), loop).get() == 1);
      CHECK_THROWS_AS(asyncio::run_coroutine_threadsafe(answer(2), loop).get(), std::out_of_range);
      CHECK_THROWS_AS(asyncio::run_coroutine_threadsafe(answer(3), loop).get(), asyncio::CancelledError);
    };
    co_await asyncio::to_thread(ask);
  }());
}

TEST_CASE("A closed loop takes nothing more from other threads") {
  asyncio::EventLoop loop;
  loop.close();
  std::thread([&] { CHECK_THROWS_AS(loop.call_soon_threadsafe([] {}), std::runtime_error); }).join();
}

TEST_CASE("A loop that is closed while a thread works for it loses only the result") {
  asyncio::ThreadPool pool(1);
  Gate gate;
  {
    asyncio::EventLoop loop;
    auto future = loop.run_in_executor(&pool, [&] { gate.pass(); });
    loop.close();
    CHECK_FALSE(future.done());
  }
  gate.open();
  pool.shutdown();
}

TEST_CASE("After shutdown_default_executor() there is no default executor") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    co_await asyncio::to_thread([] {});
    co_await loop.shutdown_default_executor();
    CHECK_THROWS_AS(loop.run_in_executor(nullptr, [] {}), std::runtime_error);
  }());
}

TEST_CASE("run() waits for the threads it has started") {
  std::atomic<bool> finished{false};
  asyncio::run([](std::atomic<bool>& out) -> Coro<void> {
    asyncio::get_running_loop().run_in_executor(nullptr, [&out] {
      std::this_thread::sleep_for(10ms);
      out = true;
    });
    co_return;
  }(finished));
  CHECK(finished);
}
