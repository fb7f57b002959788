#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace asyncio;

namespace {

Coro<void> exits() {
  throw SystemExit(3);
  co_return;
}

Coro<std::string> name_after_a_turn() {
  const std::string before = current_task().get_name();
  co_await yield_now();
  co_return before + ' ' + current_task().get_name();
}

}  // namespace

TEST_CASE("A task whose eager child ends the loop is the running one again, and can still wait") {
  std::vector<std::string> names;
  bool exited = false;
  Runner runner;
  runner.run([](std::vector<std::string>& log, bool& left) -> Coro<void> {
    try {
      create_task(exits(), {.eager_start = true});
    } catch (const SystemExit& exit) {
      left = exit.code() == 3;
    }
    log.push_back(current_task().get_name());
    co_await asyncio::sleep(Duration::zero());
    log.push_back(current_task().get_name());
  }(names, exited));
  CHECK(exited);
  REQUIRE(names.size() == 2);
  CHECK(names[0] == names[1]);
}

TEST_CASE("Eager tasks nest: each is the current one while its step runs") {
  const std::string seen = run([]() -> Coro<std::string> {
    auto inner = create_task(name_after_a_turn(), {.name = "inner", .eager_start = true});
    const std::string outer = current_task().get_name();
    const std::string names = co_await inner;
    co_return names + (current_task().get_name() == outer ? " outer" : " lost");
  }());
  CHECK(seen == "inner inner outer");
}

TEST_CASE("What runs on top of a caller's frame is seen from outside as if it did not") {
  // Deeper than the native stack is used: the rest is up to the trampoline.
  struct Deep {
    static Coro<int> down(int levels) {
      if (levels > 0) co_return 1 + co_await down(levels - 1);
      co_await yield_now();
      co_return static_cast<int>(current_task().get_stack().size());
    }
  };
  CHECK(run(Deep::down(100)) == 100 + 101);
  CHECK(run(Deep::down(3)) == 3 + 4);
}
