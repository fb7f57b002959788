#include <array>
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

using namespace asyncio;

namespace {

SafeCoro<int> sum(std::array<int, 2> numbers, std::string text, std::shared_ptr<int> more) {
  co_await asyncio::sleep(std::chrono::seconds(0));
  co_return numbers[0] + numbers[1] + static_cast<int>(text.size()) + *more;
}

SafeCoro<> gives_nothing() { co_return; }

}  // namespace

TEST_CASE("A SafeCoro is taken wherever a Coro is") {
  auto body = []() -> Coro<void> {
    const int awaited = co_await sum({1, 2}, "three", std::make_shared<int>(4));
    CHECK(awaited == 12);
    auto task = create_task(sum({1, 2}, "three", std::make_shared<int>(4)));
    const int joined = co_await task;
    CHECK(joined == 12);
    co_await gather(gives_nothing(), gives_nothing());
    co_await wait_for(gives_nothing(), std::chrono::seconds(1));
    std::vector<Coro<void>> several;
    several.push_back(gives_nothing());
    co_await gather(std::move(several));
    auto without_captures = [](int n) -> SafeCoro<int> { co_return n; };
    const int given = co_await without_captures(3);
    CHECK(given == 3);
  };
  run(body(), {.clock = virtual_clock});
  run(gives_nothing());
}
