#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

using asyncio::Coro;

namespace {

/// An environment variable, as long as it lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { ::unsetenv(name_); }

 private:
  const char* name_;
};

bool runs_in_debug_mode(asyncio::RunOptions options = {}) {
  return asyncio::run([]() -> Coro<bool> { co_return asyncio::get_running_loop().get_debug(); }(), options);
}

bool time_is_virtual() {
  const auto begin = std::chrono::steady_clock::now();
  asyncio::run(asyncio::sleep(std::chrono::hours(1)));
  return std::chrono::steady_clock::now() - begin < std::chrono::minutes(1);
}

}  // namespace

TEST_CASE("A loop that is made by hand heeds ASYNCIO_DEBUG, too, unless the program says otherwise") {
  CHECK_FALSE(asyncio::EventLoop().get_debug());
  const Variable debug("ASYNCIO_DEBUG", "1");
  asyncio::EventLoop loop;
  CHECK(loop.get_debug());
  loop.set_debug(false);
  CHECK_FALSE(loop.get_debug());
  CHECK_FALSE(runs_in_debug_mode({.debug = false}));
}

TEST_CASE("ASYNCIO_DEBUG turns debug mode on where the program does not say") {
  CHECK_FALSE(runs_in_debug_mode());
  for (const char* off : {"", "0"}) {
    const Variable debug("ASYNCIO_DEBUG", off);
    CHECK_FALSE(runs_in_debug_mode());
  }
  const Variable debug("ASYNCIO_DEBUG", "1");
  CHECK(runs_in_debug_mode());
  CHECK_FALSE(runs_in_debug_mode({.debug = false}));
}

TEST_CASE("ASYNCIO_CLOCK makes time virtual where the program does not say") {
  const Variable clock("ASYNCIO_CLOCK", "virtual");
  CHECK(time_is_virtual());
}
