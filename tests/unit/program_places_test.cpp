#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/stepped_loop.hpp"

using namespace asyncio;

// The coroutines of a program whose own folders are called as the library's are.
#line 7 "/home/somebody/game/core/src/main.cpp"
Coro<void> waits_in_a_source(Event& event) { co_await event.wait(); }
#line 7 "/home/somebody/game/include/asyncio/player.hpp"
Coro<void> waits_in_a_header(Event& event) { co_await event.wait(); }

namespace {

std::string deadlock_of(Coro<void> (*waits)(Event&)) {
  Event event;
  EventLoop loop(std::make_unique<LonelyHost>(), virtual_clock);
  try {
    loop.run_until_complete(waits(event));
  } catch (const DeadlockError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("A program's own file is not taken for the library's, whatever its folders are called") {
  CHECK(deadlock_of(waits_in_a_source).ends_with("at main.cpp:7 in waits_in_a_source()"));
  CHECK(deadlock_of(waits_in_a_header).ends_with("at player.hpp:7 in waits_in_a_header()"));
}
