#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cstdlib>
#include <string>

using asyncio::Coro;
using asyncio::Socket;
using namespace std::chrono_literals;

namespace {

/// What the loops that are made meanwhile wait with.
class Selector {
 public:
  explicit Selector(const char* name) {
    if (const char* before = std::getenv(variable)) before_ = before;
    ::setenv(variable, name, 1);
  }
  Selector(const Selector&) = delete;
  Selector& operator=(const Selector&) = delete;
  ~Selector() {
    if (before_.empty()) {
      ::unsetenv(variable);
    } else {
      ::setenv(variable, before_.c_str(), 1);
    }
  }

 private:
  static constexpr const char* variable = "ASYNCIO_SELECTOR";
  std::string before_;
};

}  // namespace

TEST_CASE("A selector that this system does not have is refused, and those that it has are named") {
  const Selector unknown("abacus");
  std::string what;
  try {
    asyncio::run(asyncio::sleep(0s));
  } catch (const std::invalid_argument& error) {
    what = error.what();
  }
  CHECK(what == "ASYNCIO_SELECTOR=abacus is not known: this system has epoll, io_uring, poll");
}

TEST_CASE("Every selector tells of a descriptor as long as it is ready, and of what is asked for only") {
  const Selector selector(GENERATE("epoll", "poll", "io_uring"));
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [ours, theirs] = Socket::make_pair();
    const int fd = ours.fileno();
    int readable = 0;
    int writable = 0;
    loop.add_writer(fd, [&] { ++writable; });
    while (writable < 3) co_await asyncio::sleep(1ms);
    loop.add_reader(fd, [&] { ++readable; });
    CHECK(readable == 0);
    co_await loop.sock_sendall(theirs, "x");
    loop.remove_writer(fd);
    writable = 0;
    while (readable < 3) co_await asyncio::sleep(1ms);
    CHECK(writable == 0);
    loop.remove_reader(fd);
    readable = 0;
    co_await asyncio::sleep(2ms);
    CHECK(readable == 0);
    // Still there.
    const auto data = co_await loop.sock_recv(ours, 10);
    CHECK(data == "x");
  }());
}

TEST_CASE("Every selector forgets a descriptor that is taken away and tells of the next one of that number") {
  const Selector selector(GENERATE("epoll", "poll", "io_uring"));
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    for (int round = 0; round < 300; ++round) {
      auto [ours, theirs] = Socket::make_pair();
      auto receiving = asyncio::create_task(loop.sock_recv(ours, 10));
      co_await asyncio::yield_now();
      if (round % 3 == 0) {
        receiving.cancel();
        co_await asyncio::wait(receiving);
        continue;
      }
      theirs.close();
      const auto end = co_await receiving;
      CHECK(end.empty());
    }
  }());
}

TEST_CASE("Every selector wakes for another thread, and keeps to its time") {
  const Selector selector(GENERATE("epoll", "poll", "io_uring"));
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const auto answer = co_await asyncio::to_thread([] { return 42; });
    CHECK(answer == 42);
    const auto before = loop.time();
    co_await asyncio::sleep(3ms);
    CHECK(loop.time() - before >= 3ms);
    CHECK(loop.time() - before < 1s);
  }());
}
