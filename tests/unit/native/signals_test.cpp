#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <string>
#include <vector>

using asyncio::Coro;
using namespace std::chrono_literals;

namespace {

/// The test framework catches SIGINT: a program whose runner is to do so leaves it alone.
class DefaultInterrupt {
 public:
  DefaultInterrupt() {
    struct sigaction action{};
    action.sa_handler = SIG_DFL;
    sigaction(SIGINT, &action, &before_);
  }
  DefaultInterrupt(const DefaultInterrupt&) = delete;
  DefaultInterrupt& operator=(const DefaultInterrupt&) = delete;
  ~DefaultInterrupt() { sigaction(SIGINT, &before_, nullptr); }

 private:
  struct sigaction before_{};
};

}  // namespace

TEST_CASE("Control-C cancels the main task; after its cleanup KeyboardInterrupt leaves run()") {
  const DefaultInterrupt unhandled;
  std::vector<std::string> log;
  const auto main = [&]() -> Coro<void> {
    auto slept = co_await asyncio::capture(asyncio::sleep(1h));
    log.push_back(asyncio::detail::type_name(slept.exception()));
    co_await asyncio::sleep(1ms);
    log.push_back("cleaned up");
    slept.value();
  };
  const auto interrupted = [&]() -> Coro<void> {
    asyncio::get_running_loop().call_later(1ms, [] { kill(getpid(), SIGINT); });
    co_await main();
  };
  CHECK_THROWS_AS(asyncio::run(interrupted()), asyncio::KeyboardInterrupt);
  CHECK(log == std::vector<std::string>{"asyncio::CancelledError", "cleaned up"});
}

TEST_CASE("A second Control-C leaves at once") {
  const DefaultInterrupt unhandled;
  bool cleaned_up = false;
  const auto main = [&]() -> Coro<void> {
    asyncio::get_running_loop().call_later(1ms, [] { kill(getpid(), SIGINT); });
    auto slept = co_await asyncio::capture(asyncio::sleep(1h));
    // Not before the first has come: signals that wait together are one.
    kill(getpid(), SIGINT);
    co_await asyncio::sleep(1h);
    cleaned_up = true;
  };
  CHECK_THROWS_AS(asyncio::run(main()), asyncio::KeyboardInterrupt);
  CHECK_FALSE(cleaned_up);
}

TEST_CASE("A main task that swallows Control-C goes on and returns") {
  const DefaultInterrupt unhandled;
  const auto main = []() -> Coro<int> {
    asyncio::get_running_loop().call_later(1ms, [] { kill(getpid(), SIGINT); });
    auto slept = co_await asyncio::capture(asyncio::sleep(1h));
    co_return 3;
  };
  CHECK(asyncio::run(main()) == 3);
}

TEST_CASE("After the loop a signal does again what it did before") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    loop.add_signal_handler(SIGUSR2, [] {});
    CHECK_THROWS_AS(loop.add_signal_handler(SIGKILL, [] {}), std::runtime_error);
    CHECK_THROWS_AS(loop.add_signal_handler(0, [] {}), std::invalid_argument);
    co_return;
  }());
  struct sigaction action{};
  sigaction(SIGUSR2, nullptr, &action);
  CHECK(action.sa_handler == SIG_DFL);
}

TEST_CASE("A signal wakes a loop that waits, and its handler may be replaced") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    std::string log;
    auto done = loop.create_future<void>();
    loop.add_signal_handler(SIGUSR1, [&] { log += "old "; });
    loop.add_signal_handler(SIGUSR1, [&] {
      log += "new ";
      done.set_result();
    });
    const auto send = [] { kill(getpid(), SIGUSR1); };
    co_await asyncio::to_thread(send);
    co_await done;
    CHECK(log == "new ");
    CHECK(loop.remove_signal_handler(SIGUSR1));
  }());
}
