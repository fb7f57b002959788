#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <thread>

using asyncio::Coro;

namespace {

/// What call_soon() of another thread's loop says.
std::string complaint(asyncio::EventLoop& loop) {
  std::string said;
  std::thread([&] {
    try {
      loop.call_soon([] {});
    } catch (const std::runtime_error& error) {
      said = error.what();
    }
  }).join();
  return said;
}

Coro<std::string> call_from_elsewhere() { co_return complaint(asyncio::get_running_loop()); }

}  // namespace

TEST_CASE("in debug mode call_soon() from another thread is refused") {
  const std::string said = asyncio::run(call_from_elsewhere(), {.debug = true});
  CHECK(said.starts_with("Non-thread-safe operation invoked on an event loop other than the current one"));
}
