#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

using asyncio::Coro;
using asyncio::Endpoint;

TEST_CASE("getnameinfo() names a numeric address, and asks for one") {
  asyncio::run([]() -> Coro<void> {
    asyncio::EventLoop& loop = asyncio::get_running_loop();
    auto [host, service] = co_await loop.getnameinfo(Endpoint("127.0.0.1", 80));
    CHECK_FALSE(host.empty());
    CHECK_FALSE(service.empty());
    auto named = co_await asyncio::capture(loop.getnameinfo(Endpoint("not-a-number", 80)));
    CHECK_THROWS_AS(named.value(), std::invalid_argument);
  }());
}
