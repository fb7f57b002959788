#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

using asyncio::Coro;

namespace {
Coro<int> answer() { co_return 42; }
}  // namespace

TEST_CASE("run() gives what the coroutine returns") { CHECK(asyncio::run(answer()) == 42); }
